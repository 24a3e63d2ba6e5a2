import { lazy } from 'react';

/** Fields with calendars and long lists weigh as much as all the rest of the kit: they come when a screen asks for them. */
export const DateField = lazy(() => import('./date-fields').then((module) => ({ default: module.DateField })));
export const TimeField = lazy(() => import('./date-fields').then((module) => ({ default: module.TimeField })));
