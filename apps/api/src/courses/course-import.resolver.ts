import { CourseImports } from '@app/courses';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type Call, CurrentCall } from '../graphql/index.js';
import { ChangeCourseImportResult, CourseImportResult, StartCourseImportInput } from './course-import.types.js';
import { shownImport } from './shown-course.js';

@Resolver()
export class CourseImportResolver {
  constructor(private readonly imports: CourseImports) {}

  @Query(() => CourseImportResult, { description: 'How an upload stands and what was found in it.' })
  @Allow('trainer', 'coordinator', 'manager')
  async courseImport(@CurrentCall() { actor, language }: Call, @Args('importId', { type: () => ID, description: 'The upload.' }) importId: string) {
    return shownImport(await this.imports.one(actor, importId), language);
  }

  @Mutation(() => ChangeCourseImportResult, { description: 'Has an upload stored as a draft.' })
  @Allow('trainer', 'coordinator', 'manager')
  async startCourseImport(@CurrentCall() { actor, language }: Call, @Args('input') { importId, ...wishes }: StartCourseImportInput) {
    return shownImport(await this.imports.start(actor, importId, wishes), language);
  }

  @Mutation(() => ChangeCourseImportResult, { description: 'Stops an upload; nothing of it is stored.' })
  @Allow('trainer', 'coordinator', 'manager')
  async cancelCourseImport(@CurrentCall() { actor, language }: Call, @Args('importId', { type: () => ID, description: 'The upload.' }) importId: string) {
    return shownImport(await this.imports.cancel(actor, importId), language);
  }
}
