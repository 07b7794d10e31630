/** What the keys of addresses mean, where the key alone does not say it. */
const names: Readonly<Record<string, string>> = {
  basis: 'Cost basis',
  by: 'Shown by',
  of: 'Count of',
  n: 'Target',
  rates: 'Rates',
  held: 'Held',
  find: 'Text looked for',
  log: 'Delegation log',
  fault: 'To put right',
  intake: 'Intake',
};

const values: Readonly<Record<string, string>> = {
  'basis trust': 'Trust cost: with the employer’s pension share that the trust pays',
  'basis full': 'Whole-NHS cost: with the pension share that is paid centrally too',
};

/** Which panel of a page is open is no filter. */
const notFilters: ReadonlySet<string> = new Set([
  'working',
  'tab',
  'before',
  'view',
  'table',
  'code',
  'week',
  'page',
]);

const isId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function nameOf(key: string): string {
  return names[key] ?? sentence(key.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`));
}

function valueOf(key: string, value: string | number | boolean): string {
  const text = String(value);
  if (isId.test(text)) return 'The one in the address';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return values[`${key} ${text}`] ?? sentence(text.replaceAll('-', ' '));
}

/** What a page reads from its address, in words and by name: "Cost basis: Trust cost". What is not set is left out. */
export function filtersInWords(
  search: Readonly<Record<string, unknown>>,
): readonly { readonly name: string; readonly value: string }[] {
  const set = Object.entries(search).flatMap(([key, value]) => {
    const isSet =
      typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '');
    return isSet && !notFilters.has(key) ? [{ name: nameOf(key), value: valueOf(key, value) }] : [];
  });
  return set.sort((a, b) => (a.name < b.name ? -1 : 1));
}
