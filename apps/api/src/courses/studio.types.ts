import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { EditsInTheWay, findingTexts, ImageRefused, ImportOver, NotADraft, NothingToPublish, WrongPlace } from '@app/courses';
import { defineFaultTexts, InvalidInputType, NotAllowedType, NotFoundType, problemType, resultUnion, StaleVersionType, shown } from '../graphql/index.js';

@ObjectType('CourseTextPlace', { description: 'A text of a course.' })
export class CourseTextPlaceType {
  @Field(() => String, { description: 'What it belongs to: "lesson:2-basics".' })
  owner: string;

  @Field(() => String, { description: 'Its language.' })
  language: string;

  @Field(() => String, { nullable: true, description: 'Its title.' })
  title?: string;
}

@ObjectType('CourseDraft', { description: 'A draft after a change.' })
export class CourseDraftType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'The course.' })
  courseId: string;

  @Field(() => Int, { description: 'Its number.' })
  number: number;

  @Field(() => String, { description: 'draft or published.' })
  state: string;

  @Field(() => Int, { description: 'Rises with every change.' })
  version: number;

  @Field(() => Int, { description: 'Rises with changes of its parts.' })
  treeVersion: number;
}

@ObjectType('CourseAnswerOption', { description: 'An answer to choose.' })
export class CourseAnswerOptionType {
  @Field(() => String, { description: 'Its words.' })
  text: string;

  @Field(() => Boolean, { description: 'Whether it is right.' })
  isRight: boolean;
}

@ObjectType('CourseQuestion', { description: 'A question with its answers, for those who write it.' })
export class CourseQuestionType {
  @Field(() => String, { description: 'The question.' })
  text: string;

  @Field(() => [CourseAnswerOptionType], { description: 'Its answers.' })
  answers: CourseAnswerOptionType[];
}

@ObjectType('CourseText', { description: 'A text of a course as it is written.' })
export class CourseTextType {
  @Field(() => ID, { description: 'What it belongs to: a version, module, lesson, assignment or quiz.' })
  ownerId: string;

  @Field(() => String, { description: 'Its language.' })
  language: string;

  @Field(() => String, { description: 'Its title.' })
  title: string;

  @Field(() => String, { description: 'Its text in Markdown.' })
  markdown: string;

  @Field(() => [CourseQuestionType], { nullable: true, description: 'Of a quiz: its questions.' })
  questions?: CourseQuestionType[] | null;

  @Field(() => Boolean, { description: 'Whether the original has changed since.' })
  olderThanOriginal: boolean;

  @Field(() => Int, { description: 'Rises with every change.' })
  version: number;
}

@ObjectType('CoursePreview', { description: 'A text as readers would see it.' })
export class CoursePreviewType {
  @Field(() => String, { description: 'Clean HTML.' })
  html: string;
}

@ObjectType('CourseRef', { description: 'A course that was changed.' })
export class CourseRefType {
  @Field(() => ID, { description: 'Its id.' })
  courseId: string;
}

@ObjectType('CourseDifference', { description: 'Something that differs between two versions.' })
export class CourseDifferenceType {
  @Field(() => String, { description: 'course, module, lesson, assignment, material or quiz.' })
  what: string;

  @Field(() => String, { description: 'added, removed, moved or changed.' })
  how: string;

  @Field(() => String, { description: 'Its title.' })
  title: string;

  @Field(() => [String], { description: 'The languages of the texts concerned.' })
  languages: string[];
}

@ObjectType('CourseDifferences', { description: 'What a version changes.' })
export class CourseDifferencesType {
  @Field(() => [CourseDifferenceType], { description: 'In the order in which the newer version is read.' })
  differences: CourseDifferenceType[];
}

@ObjectType('Competence', { description: 'A competence of a framework.' })
export class CompetenceType {
  @Field(() => String, { description: 'digcomp or esco.' })
  framework: string;

  @Field(() => String, { description: 'Its code in the framework.' })
  code: string;

  @Field(() => String, { description: 'Its name in the language of the person who asks.' })
  label: string;
}

@ObjectType('CompetenceList', { description: 'Competences that were found.' })
export class CompetenceListType {
  @Field(() => [CompetenceType], { description: 'Twenty at most.' })
  competences: CompetenceType[];
}

defineFaultTexts({
  fr: { 'question.no-right-answer': 'Marquez au moins une bonne réponse.', 'question.too-few-answers': 'Donnez au moins deux réponses.', 'course.requires-itself': 'Ce cours ne peut pas se demander lui-même, ni un cours qui s’appuie sur lui, ni celui d’un autre centre.', 'competences.unknown': 'Ce fichier n’est ni un référentiel DigComp ni une liste ESCO. Prenez le fichier CSV tel qu’il est publié.' },
  nl: { 'question.no-right-answer': 'Duid minstens één juist antwoord aan.', 'question.too-few-answers': 'Geef minstens twee antwoorden.', 'course.requires-itself': 'Een cursus kan niet zichzelf vragen, noch een die op haar steunt, noch die van een ander centrum.', 'competences.unknown': 'Dit bestand is geen DigComp-raamwerk en geen ESCO-lijst. Neem het CSV-bestand zoals het gepubliceerd is.' },
  de: { 'question.no-right-answer': 'Markieren Sie mindestens eine richtige Antwort.', 'question.too-few-answers': 'Geben Sie mindestens zwei Antworten.', 'course.requires-itself': 'Ein Kurs kann weder sich selbst voraussetzen noch einen, der auf ihm aufbaut, noch den eines anderen Zentrums.', 'competences.unknown': 'Diese Datei ist weder ein DigComp-Rahmen noch eine ESCO-Liste. Nehmen Sie die CSV-Datei, wie sie veröffentlicht ist.' },
  en: { 'question.no-right-answer': 'Mark at least one right answer.', 'question.too-few-answers': 'Give at least two answers.', 'course.requires-itself': 'A course cannot ask for itself, for one that builds on it, or for one of another centre.', 'competences.unknown': 'This file is neither a DigComp framework nor an ESCO list. Take the CSV file as it is published.' },
});

export const EditsInTheWayType = problemType(EditsInTheWay, {
  description: 'Texts were edited here and changed in the files as well.',
  texts: {
    fr: 'Des textes ont été modifiés ici et aussi dans les fichiers. Choisissez ce qui doit rester.',
    nl: 'Teksten werden hier én in de bestanden gewijzigd. Kies wat moet blijven.',
    de: 'Texte wurden hier und auch in den Dateien geändert. Wählen Sie, was bleiben soll.',
    en: 'Texts were edited here and changed in the files as well. Choose what shall stay.',
  },
  fields: { texts: shown(() => [CourseTextPlaceType], 'Texts that were changed by hand and in the folder.') },
});
export const NothingToPublishType = problemType(NothingToPublish, {
  description: 'There is no draft.',
  texts: { fr: 'Il n’y a pas de brouillon à publier.', nl: 'Er is geen ontwerp om te publiceren.', de: 'Es gibt keinen Entwurf zum Veröffentlichen.', en: 'There is no draft to publish.' },
});
export const NotADraftType = problemType(NotADraft, {
  description: 'The version is published and never changes.',
  texts: {
    fr: 'Cette version est publiée et ne change plus. Commencez un nouveau brouillon.',
    nl: 'Deze versie is gepubliceerd en verandert niet meer. Begin een nieuw ontwerp.',
    de: 'Diese Version ist veröffentlicht und ändert sich nicht mehr. Beginnen Sie einen neuen Entwurf.',
    en: 'This version is published and does not change any more. Begin a new draft.',
  },
});
export const WrongPlaceType = problemType(WrongPlace, {
  description: 'A part cannot stand there.',
  texts: {
    fr: 'Cet élément ne peut pas être placé là : une leçon va dans un module, un travail dans une leçon du même cours.',
    nl: 'Dit onderdeel kan daar niet staan: een les hoort in een module, een opdracht in een les van dezelfde cursus.',
    de: 'Dieser Teil kann dort nicht stehen: eine Lektion gehört in ein Modul, eine Aufgabe in eine Lektion desselben Kurses.',
    en: 'This part cannot stand there: a lesson stands in a module, an assignment in a lesson of the same course.',
  },
});
export const ImportOverType = problemType(ImportOver, {
  description: 'The import is over, or runs already.',
  texts: {
    fr: 'Cette importation est déjà lancée ou terminée. Chargez les fichiers à nouveau pour recommencer.',
    nl: 'Deze import loopt al of is afgelopen. Laad de bestanden opnieuw op om te herbeginnen.',
    de: 'Dieser Import läuft schon oder ist vorbei. Laden Sie die Dateien neu hoch, um von vorn zu beginnen.',
    en: 'This import runs already or is over. Upload the files again to start over.',
  },
});
export const ImageRefusedType = problemType(ImageRefused, {
  description: 'An image that cannot be taken.',
  texts: { fr: '{why}', nl: '{why}', de: '{why}', en: '{why}' },
  values: ({ reason }, language) => ({ why: findingTexts.render(reason, language, { target: '…', megabytes: 5, megapixels: 40 }) }),
  fields: { reason: shown(() => String, 'What is wrong with the image, as a stable word.') },
});

const refusals = [NotAllowedType, NotFoundType, NotADraftType, StaleVersionType];
export const CourseDraftResult = resultUnion('CourseDraftResult', 'The draft afterwards, or why nothing was changed.', CourseDraftType, ...refusals, WrongPlaceType, InvalidInputType);
export const PublishCourseResult = resultUnion('PublishCourseResult', 'The published version, or why not.', CourseDraftType, NotAllowedType, NotFoundType, StaleVersionType, NothingToPublishType);
export const CourseTextResult = resultUnion('CourseTextResult', 'A text, or why not.', CourseTextType, NotFoundType);
export const SaveCourseTextResult = resultUnion('SaveCourseTextResult', 'The text afterwards, or why nothing was saved.', CourseTextType, ...refusals, InvalidInputType);
export const CoursePreviewResult = resultUnion('CoursePreviewResult', 'The preview, or why not.', CoursePreviewType, NotFoundType);
export const ChangeCourseResult = resultUnion('ChangeCourseResult', 'The course, or why nothing was changed.', CourseRefType, NotAllowedType, NotFoundType, StaleVersionType, InvalidInputType);
export const CompareResult = resultUnion('CompareCourseVersionsResult', 'The differences, or why not.', CourseDifferencesType, NotAllowedType, NotFoundType);
export const CompetencesResult = resultUnion('CompetencesResult', 'Competences, or why not.', CompetenceListType, NotAllowedType);
