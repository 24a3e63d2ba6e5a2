import { isUuid } from '@app/platform';

/** One erasure as it is noted outside the database: ids alone. */
export interface ErasureRecord {
  readonly erasureId: string;
  readonly personId: string;
  /** Null: the human himself, with his account. */
  readonly organisationId: string | null;
}

export const lineOf = ({ erasureId, personId, organisationId }: ErasureRecord): string => `${JSON.stringify({ erasureId, personId, organisationId })}\n`;

/** The records of a file, each once and in order; and the lines that are none, from 1. A last line that was cut short counts among them. */
export function readErasures(text: string): { readonly records: readonly ErasureRecord[]; readonly strange: readonly number[] } {
  const records = new Map<string, ErasureRecord>();
  const strange: number[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const record = recordIn(line);
    if (record) records.set(record.erasureId, record);
    else strange.push(index + 1);
  });
  return { records: [...records.values()], strange };
}

function recordIn(line: string): ErasureRecord | undefined {
  try {
    const { erasureId, personId, organisationId } = JSON.parse(line) as ErasureRecord;
    const isWhole = isUuid(erasureId) && isUuid(personId) && (organisationId === null || isUuid(organisationId));
    return isWhole ? { erasureId, personId, organisationId } : undefined;
  } catch {
    return undefined;
  }
}
