import type { ReactElement } from 'react';
import type { Columns } from '../../shared/imports/columns.ts';
import type { FileHead } from '../../shared/imports/file-head.ts';
import { useSession } from '../app/session.ts';
import { SelectField } from '../components/fields.tsx';
import { columnFieldId, textsToSay, type MappingDraft } from './mapping-draft.ts';
import { MappingTexts } from './MappingTexts.tsx';

type MappingColumnProps = {
  readonly id: string;
  readonly column: Columns[string];
  readonly head: FileHead;
  readonly draft: MappingDraft;
  readonly error: string | undefined;
  readonly onChange: (draft: MappingDraft) => void;
};

/** One of our columns: which heading of the file it is read from, what stands there, and what its texts mean. */
export function MappingColumn(props: MappingColumnProps): ReactElement {
  const { id, column, head, draft, error, onChange } = props;
  const { today } = useSession();
  const chosen = draft.headings[id] ?? '';
  const seen = head.headings.find(({ heading }) => heading === chosen);
  const values = draft.values[id];
  const say = textsToSay({ column, texts: seen?.texts ?? null, values, today });
  const setText = (text: string, ours: string | null): void => {
    const others = Object.entries(values ?? {}).filter(([other]) => other !== text);
    const next = Object.fromEntries(ours === null ? others : [...others, [text, ours]]);
    onChange({ ...draft, values: { ...draft.values, [id]: next } });
  };
  const samples = seen?.samples.map((sample) => `“${sample}”`).join(', ') ?? '';
  return (
    <div className="pt-mapping__column">
      <SelectField
        id={columnFieldId(id)}
        label={column.required ? column.heading : `${column.heading} (optional)`}
        hint={column.unit === null ? column.meaning : `${column.meaning}; ${column.unit}`}
        error={error}
        value={chosen}
        options={[
          { value: '', label: column.required ? 'Choose a heading' : 'Not in the file' },
          ...head.headings.map(({ heading }) => ({ value: heading, label: heading })),
        ]}
        onChange={(heading) => onChange({ ...draft, headings: { ...draft.headings, [id]: heading } })}
      />
      {seen === undefined ? null : (
        <p className="pt-meta pt-mapping__samples">
          {samples === '' ? 'Every cell below it is empty.' : `Below it: ${samples}`}
        </p>
      )}
      <MappingTexts column={column} say={say} onChange={setText} />
    </div>
  );
}
