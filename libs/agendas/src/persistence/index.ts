export { AbsenceNoticeEntity } from './absence-notice.entity.js';
export { AgendaVisitEntity } from './agenda-visit.entity.js';
export { AttendanceMarkEntity } from './attendance-mark.entity.js';
