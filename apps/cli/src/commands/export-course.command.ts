import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Call, type CliCommand, done, type Outcome, refused } from '../command.js';

export const command: CliCommand = {
  name: 'export course',
  summary: 'Writes a course as a zip archive of the folder that it came from; imported again, it makes no difference.',
  syntax: (syntax) =>
    syntax
      .argument('<course>', 'the id of the course')
      .requiredOption('--organisation <id or name>', 'whose course it is')
      .option('--version-id <id>', 'which version; by default the newest')
      .option('--to <file>', 'where to write it; by default a file named like the course'),
  run: async (call: Call): Promise<Outcome> => {
    const { arguments: [courseId = ''], options, io } = call;
    const { ExportCourse, OrganisationNamed, packCourse } = await import('@app/courses');
    const { Actor, isProblem, isUuid } = await import('@app/platform');
    const { withInstalledUseCases } = await import('../use-cases.js');
    if (!isUuid(courseId)) return refused(['Give the id of the course, as it stands in the address of its page.']);
    return withInstalledUseCases(call, 'export course', async (get) => {
      const organisationId = await get(OrganisationNamed).find(String(options['organisation']));
      if (!organisationId) return refused(['There is no such organisation, or several. Give its id, or its name as it is shown.']);
      const course = await get(ExportCourse).execute(Actor.system(organisationId), { courseId, versionId: options['versionId'] as string | undefined });
      if (isProblem(course)) return refused(['This organisation has no such course or version.']);
      const path = resolve(io.folder, (options['to'] as string | undefined) ?? `${course.name}.zip`);
      await pipeline(packCourse(course.name, course.files), createWriteStream(path));
      io.say(`${path}: ${course.files.length} files.`);
      return done({ path, files: course.files.length });
    });
  },
};
