import type { ReactElement } from 'react';
import { LinkButton } from '../components/Button.tsx';
import { TextField } from '../components/fields.tsx';
import { earlier, type PolicyDraft } from './policy-draft.ts';
import { rungNames } from './rung-names.ts';

type PolicyRungsProps = { readonly draft: PolicyDraft; readonly onChange: (draft: PolicyDraft) => void };

/** The rungs in their order, each with its share of what is still open and a price of the trust's own. */
export function PolicyRungs({ draft, onChange }: PolicyRungsProps): ReactElement {
  const change = (rung: string, patch: { share?: string; pounds?: string }): void =>
    onChange({
      ...draft,
      rungs: draft.rungs.map((one) => (one.rung === rung ? { ...one, ...patch } : one)),
    });
  return (
    <fieldset className="nhsuk-fieldset pt-field">
      <legend className="pt-field__label">Rungs, in the order the team turns to them</legend>
      <p className="pt-meta">
        Each fills its share of what is still open when its turn comes; 0 is not used. Agency is off until it
        has a share. Left empty, a price is worked out from the pay tables.
      </p>
      <ol className="pt-rungs">
        {draft.rungs.map(({ rung, share, pounds }, at) => (
          <li key={rung} className="pt-rungs__rung">
            <span className="pt-rungs__name">
              {rungNames[rung]}
              {at === 0 ? null : (
                <LinkButton
                  label={`Earlier: ${rungNames[rung]}`}
                  onClick={() => onChange(earlier(draft, rung))}
                >
                  Earlier
                </LinkButton>
              )}
            </span>
            <TextField
              label={`${rungNames[rung]}, share %`}
              value={share}
              onChange={(text) => change(rung, { share: text })}
            />
            <TextField
              label={`${rungNames[rung]}, £ an hour`}
              value={pounds}
              onChange={(text) => change(rung, { pounds: text })}
            />
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
