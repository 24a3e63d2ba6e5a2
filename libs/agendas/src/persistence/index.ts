export { AbsenceNoticeEntity } from './absence-notice.entity.js';
export { AbsenceProofEntity } from './absence-proof.entity.js';
export { AgendaVisitEntity } from './agenda-visit.entity.js';
export { AttendanceMarkEntity } from './attendance-mark.entity.js';
