import type { ReactElement } from 'react';
import type { ImportKind } from '../../shared/imports/kind.ts';
import { describeColumns } from '../../shared/imports/templates.ts';
import { DataTable } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { kindNames } from './import-words.ts';

/** The template of a kind of file and what each of its columns means. */
export function TemplateHelp({ kind }: { readonly kind: ImportKind }): ReactElement {
  const name = kindNames[kind].toLowerCase();
  return (
    <>
      <p>
        <a href={`/api/imports/templates/${kind}.csv`} download>
          Download the {name} template
        </a>
      </p>
      <Disclosure summary={`What each column of the ${name} means`}>
        <DataTable
          caption={`Columns of the ${name}`}
          note="Headings match whatever their case and spacing; other columns are ignored and listed"
          rows={describeColumns(kind)}
          rowKey={(column) => column.heading}
          columns={[
            { key: 'heading', label: 'Column', value: (column) => column.heading },
            { key: 'required', label: 'Required', value: (column) => (column.required ? 'yes' : '') },
            { key: 'meaning', label: 'Meaning', value: (column) => column.meaning },
            { key: 'unit', label: 'Unit or form', value: (column) => column.unit ?? '' },
            { key: 'example', label: 'Example', value: (column) => column.example },
          ]}
        />
      </Disclosure>
    </>
  );
}
