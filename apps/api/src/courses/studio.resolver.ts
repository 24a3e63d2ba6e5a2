import { CompareCourseVersions, Competences, EditCourse, EditText, EditTree, PreviewText, PublishCourse } from '@app/courses';
import { Actor, isProblem } from '@app/platform';
import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsUUID, Matches, MaxLength } from 'class-validator';
import { Allow, type Call, CurrentActor, CurrentCall } from '../graphql/index.js';
import { labelIn } from './shown-course.js';
import {
  AddCoursePartInput, ChangeCourseInput, ChangeLessonInput, ChangeQuizInput, CreateCourseInput, MoveCoursePartInput, PreviewCourseTextInput, PublishCourseInput, RemoveCoursePartInput, SaveCourseTextInput,
  SetCourseSkillsInput,
} from './studio.input.js';
import { ChangeCourseResult, CompareResult, CompetencesResult, CourseDraftResult, CoursePreviewResult, CourseTextResult, PublishCourseResult, SaveCourseTextResult } from './studio.types.js';

@ArgsType()
class CourseTextArgs {
  @Field(() => ID, { description: 'What it belongs to.' })
  @IsUUID()
  ownerId: string;

  @Field(() => String, { description: 'Its language.' })
  @Matches(/^[a-z]{2,3}$/)
  language: string;
}

@ArgsType()
class CompareArgs {
  @Field(() => ID, { description: 'The older version.' })
  @IsUUID()
  beforeId: string;

  @Field(() => ID, { description: 'The newer version.' })
  @IsUUID()
  afterId: string;
}

@ArgsType()
class CompetencesArgs {
  @Field(() => ID, { description: 'The organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => String, { description: 'Words of the name, or the code.' })
  @MaxLength(200)
  words: string;
}

/** The use cases of the studio that change what a course holds. */
@Resolver()
export class StudioResolver {
  constructor(
    private readonly courses: EditCourse,
    private readonly tree: EditTree,
    private readonly texts: EditText,
    private readonly publish: PublishCourse,
  ) {}

  @Query(() => CourseTextResult, { description: 'A text as it is written, for those who build courses.' })
  @Allow('trainer', 'coordinator', 'manager')
  courseText(@CurrentActor() actor: Actor, @Args() { ownerId, language }: CourseTextArgs) {
    return this.texts.open(actor, ownerId, language);
  }

  @Mutation(() => CourseDraftResult, { description: 'Begins a course without any files.' })
  @Allow('trainer', 'coordinator', 'manager')
  createCourse(@CurrentActor() actor: Actor, @Args('input') input: CreateCourseInput) {
    return this.courses.create(actor, input);
  }

  @Mutation(() => ChangeCourseResult, { description: 'Changes subject, level, price, prerequisites, who reads the course, or whether everybody sees it.' })
  @Allow('trainer', 'coordinator', 'manager')
  changeCourse(@CurrentActor() actor: Actor, @Args('input') input: ChangeCourseInput) {
    return this.courses.change(actor, input);
  }

  @Mutation(() => CourseDraftResult, { description: 'The draft of a course; begins one from the newest version where there is none.' })
  @Allow('trainer', 'coordinator', 'manager')
  startCourseDraft(@CurrentActor() actor: Actor, @Args('courseId', { type: () => ID, description: 'The course.' }) courseId: string) {
    return this.courses.startDraft(actor, courseId);
  }

  @Mutation(() => PublishCourseResult, { description: 'Publishes the draft; it never changes again.' })
  @Allow('trainer', 'coordinator', 'manager')
  publishCourse(@CurrentActor() actor: Actor, @Args('input') input: PublishCourseInput) {
    return this.publish.execute(actor, input);
  }

  @Mutation(() => CourseDraftResult, { description: 'Adds a module, lesson, assignment, material or quiz.' })
  @Allow('trainer', 'coordinator', 'manager')
  addCoursePart(@CurrentActor() actor: Actor, @Args('input') input: AddCoursePartInput) {
    return this.tree.add(actor, input);
  }

  @Mutation(() => CourseDraftResult, { description: 'Moves a part to another place of its course.' })
  @Allow('trainer', 'coordinator', 'manager')
  moveCoursePart(@CurrentActor() actor: Actor, @Args('input') input: MoveCoursePartInput) {
    return this.tree.move(actor, input);
  }

  @Mutation(() => CourseDraftResult, { description: 'Removes a part with everything in it.' })
  @Allow('trainer', 'coordinator', 'manager')
  removeCoursePart(@CurrentActor() actor: Actor, @Args('input') input: RemoveCoursePartInput) {
    return this.tree.remove(actor, input);
  }

  @Mutation(() => CourseDraftResult, { description: 'Says how long a lesson takes and whom it is for.' })
  @Allow('trainer', 'coordinator', 'manager')
  changeLesson(@CurrentActor() actor: Actor, @Args('input') input: ChangeLessonInput) {
    return this.tree.changeLesson(actor, input);
  }

  @Mutation(() => CourseDraftResult, { description: 'Says where a quiz stands: before or after the text of its lesson, or below a heading.' })
  @Allow('trainer', 'coordinator', 'manager')
  changeQuiz(@CurrentActor() actor: Actor, @Args('input') input: ChangeQuizInput) {
    return this.tree.changeQuiz(actor, input);
  }

  @Mutation(() => SaveCourseTextResult, { description: 'Saves a text of a draft, never over what somebody else has saved meanwhile.' })
  @Allow('trainer', 'coordinator', 'manager')
  saveCourseText(@CurrentActor() actor: Actor, @Args('input') input: SaveCourseTextInput) {
    return this.texts.save(actor, input);
  }

  @Mutation(() => CourseDraftResult, { description: 'Says which competences a draft gives and asks for.' })
  @Allow('trainer', 'coordinator', 'manager')
  setCourseSkills(@CurrentActor() actor: Actor, @Args('input') { skills, ...seen }: SetCourseSkillsInput) {
    return this.courses.setSkills(actor, seen, skills);
  }
}

/** What the studio looks at. */
@Resolver()
export class StudioReadsResolver {
  constructor(
    private readonly preview: PreviewText,
    private readonly compare: CompareCourseVersions,
    private readonly frameworks: Competences,
  ) {}

  @Query(() => CoursePreviewResult, { description: 'A text as readers would see it, before it is saved.' })
  @Allow('trainer', 'coordinator', 'manager')
  previewCourseText(@CurrentActor() actor: Actor, @Args('input') input: PreviewCourseTextInput) {
    return this.preview.execute(actor, input);
  }

  @Query(() => CompareResult, { description: 'What a version changes against an older one.' })
  @Allow('trainer', 'coordinator', 'manager')
  async compareCourseVersions(@CurrentActor() actor: Actor, @Args() { beforeId, afterId }: CompareArgs) {
    const differences = await this.compare.execute(actor, beforeId, afterId);
    return isProblem(differences) ? differences : { differences };
  }

  @Query(() => CompetencesResult, { description: 'Competences of the frameworks that an organisation has loaded.' })
  @Allow('trainer', 'coordinator', 'manager')
  async competences(@CurrentCall() { actor, language }: Call, @Args() { organisationId, words }: CompetencesArgs) {
    const found = await this.frameworks.find(actor, organisationId, words);
    return isProblem(found) ? found : { competences: found.map(({ framework, code, labels }) => ({ framework, code, label: labelIn(labels, language, code) })) };
  }
}
