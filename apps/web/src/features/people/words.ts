import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { type BadgeTone } from '~/ui';

export const states = ['invited', 'active', 'suspended', 'ended'] as const;
export type MemberState = (typeof states)[number];

export const stateNames: Readonly<Record<MemberState, MessageDescriptor>> = { invited: msg`Invited`, active: msg`Active`, suspended: msg`Suspended`, ended: msg`Left` };
export const stateTones: Readonly<Record<MemberState, BadgeTone>> = { invited: 'warn', active: 'good', suspended: 'bad', ended: 'plain' };
export const isState = (text: string): text is MemberState => states.some((state) => state === text);
