export { type Curriculum, type CurriculumCounts, type CurriculumLesson, type CurriculumModule, type CurriculumQuiz, type CurriculumText, countCurriculum } from './domain/curriculum.js';
export { type Finding, Findings } from './reading/findings/finding.js';
export { findingTexts } from './reading/findings/finding-texts.js';
export { readCurriculum } from './reading/read-curriculum.js';
export { folderLimits, openFolder } from './reading/source/folder-source.js';
export { type CurriculumSource } from './reading/source/curriculum-source.js';
