import { changeReasons } from '@app/ledger';
import { registerEnumType } from '@nestjs/graphql';

export const ChangeReasonEnum = Object.fromEntries(changeReasons.map((reason) => [reason.toUpperCase().replaceAll('-', '_'), reason]));
registerEnumType(ChangeReasonEnum, { name: 'ChangeReason', description: 'Why something was moved or cancelled, in one word of a list: everybody concerned reads it.' });
