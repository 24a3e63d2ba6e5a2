export { ReminderRuleEntity } from './reminder-rule.entity.js';
export { ReminderSetEntity } from './reminder-set.entity.js';
