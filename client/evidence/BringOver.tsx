import { useState, type ReactElement } from 'react';
import { themeNames } from '../../shared/evidence/frameworks.ts';
import { LinkButton } from '../components/Button.tsx';
import { SelectField } from '../components/fields.tsx';
import { statementsOf, type ShownEvidence } from './evidence-model.ts';
import { bringOver, type StatementDraft } from './statement-draft.ts';

type BringOverProps = {
  readonly shown: ShownEvidence;
  readonly frameworkId: string;
  readonly draft: StatementDraft;
  readonly onBrought: (draft: StatementDraft) => void;
};

/** Brings what another version holds on the theme of a question into it: also where the question was typed later. */
export function BringOver({ shown, frameworkId, draft, onBrought }: BringOverProps): ReactElement | null {
  const others = shown.frameworks.filter(({ id }) => id !== frameworkId);
  const [chosen, setChosen] = useState(others[0]?.id ?? '');
  if (others.length === 0) return null;
  const about = themeNames[draft.theme].toLowerCase();
  return (
    <>
      <SelectField
        label="Evidence of another version"
        value={chosen}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
      <p>
        <LinkButton onClick={() => onBrought(bringOver(draft, statementsOf(shown, chosen)))}>
          Bring over what it holds on “{about}”
        </LinkButton>
      </p>
    </>
  );
}
