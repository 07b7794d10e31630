import type { ReactElement } from 'react';
import { useLabelNames } from '../../shared/evidence/use-label.ts';
import { useMay } from '../app/session.ts';
import { Disclosure } from '../components/Disclosure.tsx';
import { StatusBadge } from '../components/badges.tsx';
import { EmptyState } from '../components/Panel.tsx';
import { longDate } from '../format/dates.ts';
import {
  shownFacts,
  type HeldFramework,
  type HeldStatement,
  type ShownEvidence,
  type ShownFact,
} from './evidence-model.ts';
import { FigureView } from './FigureView.tsx';
import { StatementForm } from './StatementForm.tsx';

type QuestionsProps = {
  readonly shown: ShownEvidence;
  readonly framework: HeldFramework;
  readonly statements: readonly HeldStatement[];
};

/** Each question with its facts, decisions and gaps as the pack would print them now. */
export function Questions({ shown, framework, statements }: QuestionsProps): ReactElement {
  const mayEdit = useMay('evidence.saveStatement');
  return (
    <>
      {statements.length === 0 ? <NoQuestions /> : null}
      {statements.map((statement) => (
        <Question key={statement.id} shown={shown} statement={statement} mayEdit={mayEdit} />
      ))}
      {mayEdit ? (
        <div className="pt-no-print">
          <Disclosure summary="Add a question">
            <StatementForm shown={shown} frameworkId={framework.id} />
          </Disclosure>
        </div>
      ) : null}
    </>
  );
}

/** How a framework without a published text is filled. */
function NoQuestions(): ReactElement {
  return (
    <EmptyState
      title="A draft to fill: no question yet"
      why={
        <>
          Its final text had not been found on 20 November 2026, and nothing is guessed here. When you have
          it: first add each question below with its code, as it is printed; then say what it is about, so
          that evidence of an older version can be brought over; then choose one to three facts for each; and
          last put its source and status under “Change this framework”.
        </>
      }
      action={<span>Add the first question below.</span>}
      sample="For example: “How do senior leaders support internal investigators initiating and managing clinical studies?”"
    />
  );
}

type QuestionProps = {
  readonly shown: ShownEvidence;
  readonly statement: HeldStatement;
  readonly mayEdit: boolean;
};

function Question({ shown, statement, mayEdit }: QuestionProps): ReactElement {
  const { id, version, code, text, standing, decisions, gaps } = statement;
  const facts = shownFacts(shown, statement);
  return (
    <section className="pt-evidence-question" id={`question-${code}`}>
      <h3 tabIndex={-1}>
        {code}. {text}
      </h3>
      {standing === 'recalled' ? (
        <StatusBadge kind="assumption">Wording recalled, not found</StatusBadge>
      ) : null}
      {facts.length === 0 ? <p>No fact has been chosen for this question.</p> : null}
      <ol className="pt-evidence-facts">
        {facts.map((fact) => (
          <FactItem key={fact.fact.metric} shown={fact} />
        ))}
      </ol>
      <h4>Decisions taken</h4>
      {decisions.length === 0 ? <p>None recorded.</p> : null}
      <ul>
        {decisions.map(({ what, on, reference }) => (
          <li key={`${on} ${what}`}>
            {longDate(on)}: {what} ({reference})
          </li>
        ))}
      </ul>
      <h4>Gaps</h4>
      {gaps.length === 0 ? <p>None recorded.</p> : null}
      <ul>
        {gaps.map(({ gap, action, by, owner }) => (
          <li key={gap}>
            {gap} Action: {action} by {longDate(by)}. Owner: {owner}.
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <div className="pt-no-print">
          <Disclosure summary={`Edit ${code}`}>
            <StatementForm
              key={`${id} ${version}`}
              shown={shown}
              frameworkId={statement.frameworkId}
              statement={statement}
            />
          </Disclosure>
        </div>
      ) : null}
    </section>
  );
}

function FactItem({
  shown: { fact, figure, sentence, outOfDate },
}: {
  readonly shown: ShownFact;
}): ReactElement {
  return (
    <li>
      <p>{sentence}</p>
      <p className="pt-meta">
        {longDate(figure.on)}. Source: {figure.source}. Owner: {fact.owner}. Use:{' '}
        {useLabelNames[figure.useLabel]}.
      </p>
      {outOfDate === null ? null : (
        <p className="pt-evidence-old">
          <StatusBadge kind="old">Numbers changed since this was written</StatusBadge> Drafted now:{' '}
          {outOfDate}
        </p>
      )}
      <FigureView figure={figure} />
    </li>
  );
}
