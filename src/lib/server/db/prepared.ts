import { sql } from 'drizzle-orm';
import type { Reader, Tx } from './open';

type Values = Record<string, unknown>;

interface Prepared<R> {
	execute(values: Values): Promise<R>;
}

interface Connection {
	execute(sql: string): Promise<unknown>;
}

/** What Drizzle keeps to itself: the client a handle speaks through, and its transaction. */
const sessionOf = (handle: Reader) =>
	(handle as unknown as { session: { client: Connection; tx?: Connection } }).session;

/** Runs a plain statement without values, such as a savepoint. */
export async function plainly(handle: Reader, sql: string): Promise<void> {
	const { client, tx } = sessionOf(handle);
	await (tx ?? client).execute(sql);
}

/**
 * The place of a value that comes with each call. It is encoded as its column asks; null only in
 * columns that keep it as it is (not in JSON).
 */
export const given = (name: string) => sql.placeholder(name) as never;

/**
 * A statement whose text is built once and which then runs through any handle: Drizzle’s own prepared
 * statements belong to the transaction they were made in, and building takes longer than running.
 * What changes from call to call stands in it as `given('name')`; one left out is refused.
 */
export function prepared<R>(
	build: (tx: Tx) => { prepare(): Prepared<R> }
): (handle: Reader, values: Values) => Promise<R> {
	let built: Prepared<R> | null = null;
	return (handle, values) => {
		const { client, tx } = sessionOf(handle);
		built ??= build(handle as Tx).prepare();
		return (Object.assign(Object.create(built), { client, tx }) as Prepared<R>).execute(values);
	};
}
