import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type CurriculumImage } from '../domain/curriculum.js';
import { type CleanImage, type ImageType } from '../domain/images/image.js';
import { readable } from './readable.js';
import { only } from './rows.js';

/** An image as it is sent. */
export interface StoredImage {
  readonly id: string;
  readonly mediaType: ImageType;
  readonly bytes: Buffer;
}

interface ImageRow {
  readonly path: string;
  readonly type: ImageType;
  readonly width: number | null;
  readonly height: number | null;
  readonly bytes: Buffer;
}

/** Images by their content: the same one in ten versions is kept once. */
@Injectable()
export class CourseFileStore {
  async put(tx: Tx, organisationId: string, image: CleanImage): Promise<string> {
    const rows = await tx.query<{ id: string }>(
      `with put as (
         insert into course_file (organisation_id, hash, media_type, width, height, bytes) values ($1, sha256($2), $3, $4, $5, $2)
         on conflict on constraint course_file_hash_uq do nothing returning id)
       select id from put union all select id from course_file where organisation_id = $1 and hash = sha256($2) limit 1`,
      [organisationId, image.bytes, image.type, image.width ?? null, image.height ?? null],
    );
    // Put by somebody else a moment ago: not visible to this statement, but to the next one.
    if (rows[0]) return rows[0].id;
    return only(await tx.query<{ id: string }>('select id from course_file where organisation_id = $1 and hash = sha256($2)', [organisationId, image.bytes])).id;
  }

  /** Shows an image under a path of a draft, in the place of another one of that path. */
  async show(tx: Tx, place: { readonly organisationId: string; readonly versionId: string; readonly path: string; readonly fileId: string }): Promise<void> {
    await tx.query(
      `insert into course_version_file (organisation_id, version_id, path, file_id) values ($1, $2, $3, $4)
       on conflict on constraint course_version_file_pk do update set file_id = excluded.file_id`,
      [place.organisationId, place.versionId, place.path, place.fileId],
    );
  }

  /** The images of a draft are these, and those that were put in by hand under other paths. */
  async showAll(tx: Tx, version: { readonly organisationId: string; readonly id: string }, images: readonly CurriculumImage[]): Promise<void> {
    for (const { path, image } of images) {
      await this.show(tx, { organisationId: version.organisationId, versionId: version.id, path, fileId: await this.put(tx, version.organisationId, image) });
    }
  }

  /** The image, where the actor's organisation has it and the person may see it: builders all, others those of versions that they may read. */
  async find(tx: Tx, fileId: string, options: { readonly alsoDraftsOf: readonly string[] }): Promise<StoredImage | undefined> {
    const [row] = await tx.query<StoredImage>(
      `select f.id, f.media_type as "mediaType", f.bytes from course_file f
       where f.id = $1 and (f.organisation_id = any ($2::uuid[]) or exists (
         select from course_version_file u join course_version v on v.id = u.version_id join course c on c.id = v.course_id where u.file_id = f.id and ${readable('v', 'c')}))`,
      [fileId, options.alsoDraftsOf],
    );
    return row;
  }

  async of(tx: Tx, versionId: string): Promise<readonly CurriculumImage[]> {
    const rows = await tx.query<ImageRow>(
      `select u.path, f.media_type as type, f.width, f.height, f.bytes from course_version_file u join course_file f on f.id = u.file_id where u.version_id = $1 order by u.path`,
      [versionId],
    );
    return rows.map(({ path, width, height, ...image }) => ({ path, image: { ...image, width: width ?? undefined, height: height ?? undefined } }));
  }

  /** Addresses of the images of a version by their path. */
  async places(tx: Tx, versionId: string): Promise<ReadonlyMap<string, { readonly fileId: string; readonly width: number | null; readonly height: number | null }>> {
    const rows = await tx.query<{ path: string; fileId: string; width: number | null; height: number | null }>(
      'select u.path, u.file_id as "fileId", f.width, f.height from course_version_file u join course_file f on f.id = u.file_id where u.version_id = $1',
      [versionId],
    );
    return new Map(rows.map(({ path, ...place }) => [path, place]));
  }
}
