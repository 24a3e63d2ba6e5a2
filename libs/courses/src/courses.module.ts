import { Module } from '@nestjs/common';
import { CompareCourseVersions } from './application/compare-course-versions.js';
import { Competences } from './application/competences.js';
import { CourseImports } from './application/course-imports.js';
import { DraftDesk } from './application/draft-desk.js';
import { DraftEditing } from './application/draft-editing.js';
import { EditCourse } from './application/edit-course.js';
import { EditText } from './application/edit-text.js';
import { EditTree } from './application/edit-tree.js';
import { ExportCourse } from './application/export-course.js';
import { ImportCourseHere } from './application/import-course-here.js';
import { ImportCourse } from './application/import-course.js';
import { ImportUploadHandler } from './application/import-upload-handler.js';
import { OrganisationNamed } from './application/organisation-named.js';
import { PreviewText } from './application/preview-text.js';
import { PublishCourse } from './application/publish-course.js';
import { ReadCatalogue } from './application/read-catalogue.js';
import { ReadCourses } from './application/read-courses.js';
import { ReadLesson } from './application/read-lesson.js';
import { CourseContent } from './persistence/course-content.js';
import { CourseFileStore } from './persistence/course-file.store.js';
import { CourseImportStore } from './persistence/course-import.store.js';
import { CourseReads } from './persistence/course.reads.js';
import { CourseStore } from './persistence/course.store.js';
import { CurriculumReads } from './persistence/curriculum.reads.js';
import { DraftStore } from './persistence/draft.store.js';
import { LessonReads } from './persistence/lesson.reads.js';
import { CourseOutlines } from './persistence/outline.reads.js';
import { QuizSolutions } from './persistence/quiz-solutions.js';
import { TextStore } from './persistence/text.store.js';
import { RenderedTexts } from './rendering/rendered-texts.js';

const files = [ImportCourse, ImportCourseHere, ExportCourse, CourseImports, ImportUploadHandler, OrganisationNamed];
const studio = [EditCourse, EditTree, EditText, PreviewText, PublishCourse, CompareCourseVersions, Competences];
const reading = [ReadCourses, ReadLesson, ReadCatalogue, CourseOutlines, QuizSolutions];
const stores = [CourseStore, CourseFileStore, CourseImportStore, CurriculumReads, CourseContent, CourseReads, LessonReads, DraftStore, TextStore, DraftDesk, DraftEditing, RenderedTexts];

/** Courses: reading them from files, their versions, and what they contain. */
@Module({ providers: [...files, ...studio, ...reading, ...stores], exports: [...files, ...studio, ...reading] })
export class CoursesModule {}
