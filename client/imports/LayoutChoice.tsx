import type { ReactElement } from 'react';
import { LinkButton } from '../components/Button.tsx';
import { SelectField } from '../components/fields.tsx';
import { newLayout, type FileLayout } from './use-file-layout.ts';

type LayoutChoiceProps = {
  readonly layout: FileLayout;
  readonly mayEdit: boolean;
  readonly onEdit: () => void;
};

/** How the file is laid out: proposed from its headings, and open to be changed. */
export function LayoutChoice({ layout, mayEdit, onEdit }: LayoutChoiceProps): ReactElement {
  const { layouts, chosen, choose, head, words } = layout;
  const options = [
    { value: '', label: 'As our template' },
    ...layouts.map(({ id, name, version }) => ({
      value: id,
      label: version === null ? `${name} (comes with the program)` : name,
    })),
    ...(head === null ? [] : [{ value: newLayout, label: 'Set up a new layout' }]),
  ];
  return (
    <div className="pt-layout-choice">
      {options.length === 1 ? null : (
        <SelectField label="Layout of the file" value={chosen} options={options} onChange={choose} />
      )}
      <p className="pt-meta" role="status">
        {words}
      </p>
      {head === null || chosen === newLayout || chosen === '' || !mayEdit ? null : (
        <p>
          <LinkButton onClick={onEdit}>See or change which heading is which</LinkButton>
        </p>
      )}
    </div>
  );
}
