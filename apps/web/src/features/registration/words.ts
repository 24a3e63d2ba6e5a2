import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const levelNames: Readonly<Record<string, MessageDescriptor>> = {
  foundation: msg`Foundation`,
  intermediate: msg`Intermediate`,
  advanced: msg`Advanced`,
  specialised: msg`Highly specialised`,
};
