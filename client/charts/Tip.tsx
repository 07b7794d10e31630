import type { ReactElement } from 'react';

type TipProps = { readonly title: string; readonly lines: readonly string[] };

/** What the pointer rests on, in words. The same numbers are in the table: nothing is only here. */
export function Tip({ title, lines }: TipProps): ReactElement {
  return (
    <div className="pt-tip">
      <strong>{title}</strong>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}
