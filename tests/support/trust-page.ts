import { parse } from 'csv-parse/sync';
import type { BrowserContext, Page } from 'playwright-core';
import type { OpenOptions, TestBrowser } from './browser.ts';
import { personWith, type Person } from './server.ts';

/** A page in one of the sample trusts, and the same session's own way to ask the server. */
export type TrustPage = { readonly page: Page; readonly ask: Person['trpc'] };

/** The sample trusts by what they are for, with their codes. */
export const sampleCodes = { large: 'ZZ1', small: 'ZZ2' } as const;

export type SampleName = keyof typeof sampleCodes;

/**
 * Opens an address in a sample trust: what the page shows can be held against what the server answers the same person.
 *
 * @param path the address, or how to find it out from the server.
 */
export async function openInTrust(
  { openPage, baseUrl }: TestBrowser,
  trust: SampleName,
  path: string | ((ask: TrustPage['ask']) => Promise<string>),
  options: OpenOptions = {},
): Promise<TrustPage> {
  const address = async (context: BrowserContext): Promise<string> => {
    const ask = await askAs(context, baseUrl);
    const wanted = (await ask.trust.list.query()).find(({ odsCode }) => odsCode === sampleCodes[trust]);
    if (wanted === undefined) throw new Error(`there is no sample trust ${sampleCodes[trust]}`);
    if (!wanted.current) await ask.trust.switch.mutate({ trustId: wanted.id });
    return typeof path === 'string' ? path : path(ask);
  };
  const page = await openPage(address, { as: 'workforce', ...options });
  return { page, ask: await askAs(page.context(), baseUrl) };
}

/** How the person whose session a browser holds asks the server. */
async function askAs(context: BrowserContext, baseUrl: string): Promise<Person['trpc']> {
  const cookies = await context.cookies();
  return personWith(baseUrl, cookies.map(({ name, value }) => `${name}=${value}`).join('; ')).trpc;
}

/** Presses what starts a download and gives the file. */
export async function downloadedFile(
  page: Page,
  press: () => Promise<void>,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

/** The same for a CSV file: its records, the headings first. */
export async function downloadedCsv(
  page: Page,
  press: () => Promise<void>,
): Promise<readonly (readonly string[])[]> {
  const { bytes } = await downloadedFile(page, press);
  return parse(bytes, { bom: true });
}
