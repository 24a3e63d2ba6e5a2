import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Refusal } from '~/lib/api/answer';
import { Problem, Select } from '~/ui';
import { chooseSheet, type PeopleImport, type Uploaded } from './operations';

interface SheetChoiceProps {
  readonly list: PeopleImport;
  readonly onTurned: (uploaded: Uploaded) => void;
}

/** A workbook has sheets; the headings and the first lines below are those of the one that is chosen. */
export function SheetChoice({ list, onTurned }: SheetChoiceProps) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const turn = async (sheet: string): Promise<void> => {
    setProblem(null);
    setWanted(sheet);
    const answer = await chooseSheet(list.id, sheet).finally(() => setWanted(null));
    if (answer.ok) onTurned(answer.value);
    else setProblem(answer.refusal);
  };
  return (
    <>
      <Select
        className="max-w-sm"
        label={t`Sheet`}
        help={t`The workbook has several sheets; one of them is read.`}
        options={list.sheets.map((name) => ({ id: name, name }))}
        value={wanted ?? list.sheet ?? null}
        isDisabled={wanted !== null}
        onChange={(sheet) => void turn(sheet)}
      />
      <Problem problem={problem} />
    </>
  );
}
