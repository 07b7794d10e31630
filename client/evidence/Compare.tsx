import type { ReactElement } from 'react';
import {
  compareFrameworks,
  notCarried,
  type ComparedTheme,
  type NotCarried,
} from '../../shared/evidence/compare-frameworks.ts';
import { themeNames } from '../../shared/evidence/frameworks.ts';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { SelectField } from '../components/fields.tsx';
import { statementsOf, versionsOf, type HeldFramework, type ShownEvidence } from './evidence-model.ts';

const changeNames: Readonly<Record<ComparedTheme['change'], string>> = {
  same: 'The same',
  reworded: 'In other words',
  new: 'New',
  dropped: 'No longer asked',
};

function texts(questions: ComparedTheme['before']): string {
  return questions.map(({ code, text }) => `${code}. ${text}`).join(' ');
}

const columns: readonly DataColumn<ComparedTheme>[] = [
  { key: 'theme', label: 'About', value: ({ theme }) => themeNames[theme] },
  { key: 'change', label: 'Change', value: ({ change }) => changeNames[change], shaded: true },
  { key: 'before', label: 'The other version asks', value: ({ before }) => texts(before) },
  { key: 'after', label: 'This version asks', value: ({ after }) => texts(after) },
];

const kinds: Readonly<Record<NotCarried['what'], string>> = {
  fact: 'Fact',
  decision: 'Decision',
  gap: 'Gap',
};

const notCarriedColumns: readonly DataColumn<NotCarried>[] = [
  { key: 'code', label: 'Question', value: ({ code }) => code },
  { key: 'what', label: 'Kind', value: ({ what }) => kinds[what] },
  { key: 'text', label: 'Evidence', value: ({ text }) => text },
];

type CompareProps = {
  readonly shown: ShownEvidence;
  readonly framework: HeldFramework;
  /** Key of the other version, from the address. */
  readonly against: string;
  readonly onAgainst: (key: string) => void;
};

/** The open framework beside another version, by what the questions are about. */
export function Compare({ shown, framework, against, onAgainst }: CompareProps): ReactElement {
  const versions = versionsOf(shown);
  const mine = versions.find(({ key }) => key === framework.id);
  const others = versions.filter(({ key }) => key !== framework.id);
  const other = others.find(({ key }) => key === against) ?? others[0];
  return (
    <>
      <SelectField
        label="Compare with"
        value={other?.key ?? ''}
        options={others.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={onAgainst}
      />
      <DataTable
        caption={`${framework.name} beside ${other?.name ?? 'nothing'}`}
        columns={columns}
        rows={compareFrameworks(other?.questions ?? [], mine?.questions ?? [])}
        rowKey={({ theme }) => theme}
        csvName="framework-comparison.csv"
        empty="Neither version has a question yet."
      />
      {other !== undefined && shown.frameworks.some(({ id }) => id === other.key) ? (
        <DataTable
          caption={`Evidence that stands only in ${other.name}`}
          note="What could not be carried over, or was not: it stays there"
          columns={notCarriedColumns}
          rows={notCarried(statementsOf(shown, other.key), statementsOf(shown, framework.id))}
          rowKey={({ code, what, text }) => `${code} ${what} ${text}`}
          csvName="evidence-not-carried.csv"
          empty="Everything of it stands here too."
        />
      ) : null}
    </>
  );
}
