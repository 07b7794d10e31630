import type { ReactElement } from 'react';
import { useMay, useSession } from '../app/session.ts';
import { Button, LinkButton } from '../components/Button.tsx';
import { Panel } from '../components/Panel.tsx';
import type { HeldFramework, HeldStatement, ShownEvidence } from './evidence-model.ts';
import { nextInWords, nextSteps, type NextStep } from './next-steps.ts';
import type { EvidenceSearch } from './search.ts';

type NextStepsProps = {
  readonly shown: ShownEvidence;
  readonly framework: HeldFramework;
  readonly statements: readonly HeldStatement[];
  /** Opens a part of the page, at a question where one is named. */
  readonly onView: (view: EvidenceSearch['view'], code?: string) => void;
};

/** What to do before the next pack, and freezing it as it is: gaps stay visible in it. */
export function NextSteps({ shown, framework, statements, onView }: NextStepsProps): ReactElement {
  const { today } = useSession();
  const mayFreeze = useMay('evidence.freeze');
  const steps = nextSteps({ shown, framework, statements, today });
  const packs = shown.packs.filter(({ frameworkId }) => frameworkId === framework.id).length;
  const freeze = (
    <Button kind="secondary" onClick={() => onView('packs')}>
      {steps.length === 0 ? 'Freeze a pack' : 'Freeze it as it is'}
    </Button>
  );
  return (
    <div className="pt-evidence-next pt-no-print">
      <Panel
        kind="outlined"
        title={nextInWords(steps, packs)}
        actions={mayFreeze && statements.length > 0 ? freeze : undefined}
      >
        {steps.length === 0 ? null : (
          <ol>
            {steps.map((step) => (
              <li key={step.text}>
                {step.text} <StepLink step={step} onView={onView} />
              </li>
            ))}
          </ol>
        )}
      </Panel>
    </div>
  );
}

function StepLink({
  step: { page, view, link, text, code },
  onView,
}: Pick<NextStepsProps, 'onView'> & { readonly step: NextStep }): ReactElement {
  if (page !== undefined) return <a href={page}>{link}</a>;
  return (
    <LinkButton label={`${link}: ${text}`} onClick={() => onView(view, code)}>
      {link}
    </LinkButton>
  );
}
