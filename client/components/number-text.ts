/** What a typed number must be. */
export type NumberRule = {
  readonly min: number;
  readonly max: number;
  /** Smallest difference that counts: 1 for people, 0.5 for hours. */
  readonly step: number;
};

/** A typed number that is good, or the sentence that says what to type. */
export type TypedNumber =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly problem: string };

function placesOf(step: number): number {
  return (String(step).split('.')[1] ?? '').length;
}

/** `value` as the text a person would type: "14", "7.5". */
export function numberText(value: number, step: number): string {
  return String(Number(value.toFixed(placesOf(step))));
}

/** Reads what was typed; commas, spaces and a pound sign are allowed. Says what to type when it is not in the rule. */
export function readNumber(typed: string, rule: NumberRule): TypedNumber {
  const bare = typed.replace(/[\s,£]/g, '');
  const value = Number(bare);
  const steps = (value - rule.min) / rule.step;
  const onStep = Math.abs(steps - Math.round(steps)) < 1e-6;
  const good = /^-?\d+(\.\d+)?$/.test(bare) && value >= rule.min && value <= rule.max && onStep;
  return good ? { ok: true, value } : { ok: false, problem: ruleInWords(rule) };
}

function ruleInWords({ min, max, step }: NumberRule): string {
  const range = `from ${numberText(min, step)} to ${numberText(max, step)}`;
  return step === 1
    ? `Type a whole number ${range}`
    : `Type a number ${range}, in steps of ${numberText(step, step)}`;
}

/** The value one step up or down, on the step and inside the rule. */
export function stepped(value: number, by: 1 | -1, { min, max, step }: NumberRule): number {
  const next = min + (Math.round((value - min) / step) + by) * step;
  return Number(Math.min(max, Math.max(min, next)).toFixed(placesOf(step)));
}
