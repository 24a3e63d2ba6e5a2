import { registerEnumType } from '@nestjs/graphql';
import { reminderParts } from '@app/reminders';

export const ReminderTriggerEnum = { BEFORE: 'before', WEEKLY: 'weekly' } as const;
registerEnumType(ReminderTriggerEnum, { name: 'ReminderTrigger', description: 'Before something starts, or once a week with all of the coming week.' });
export const ReminderUnitEnum = { HOURS: 'hours', DAYS: 'days' } as const;
registerEnumType(ReminderUnitEnum, { name: 'ReminderUnit', description: 'Hours are elapsed time; days keep the time of day, also when the clocks change in between.' });
export const ReminderPartEnum = Object.fromEntries(reminderParts.map((part) => [part.toUpperCase(), part]));
registerEnumType(ReminderPartEnum, { name: 'ReminderPart', description: 'As what somebody takes part.' });
