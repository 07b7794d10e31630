import { useState, type ReactElement } from 'react';
import { LinkButton } from '../components/Button.tsx';
import type { TextTable } from './journal-rows.ts';

type CopyRowsProps = { readonly table: TextTable; readonly what: string };

/** Copies a table with tabs between its cells, as spreadsheets and ledgers paste it. */
export function CopyRows({ table, what }: CopyRowsProps): ReactElement {
  const [state, setState] = useState<'idle' | 'copied' | 'shut'>('idle');
  const copy = (): void => {
    const text = [table.headings, ...table.rows]
      .map((row) => row.map((cell) => cell ?? '').join('\t'))
      .join('\n');
    const clipboard: Clipboard | undefined = navigator.clipboard;
    const written = clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => setState('copied'),
      () => setState('shut'),
    );
  };
  return (
    <p className="pt-no-print">
      <LinkButton onClick={copy}>{what}</LinkButton>{' '}
      <span role="status">
        {state === 'copied'
          ? 'Copied'
          : state === 'shut'
            ? 'The browser keeps the clipboard shut: use the CSV.'
            : ''}
      </span>
    </p>
  );
}
