import { redirect } from '@sveltejs/kit';
import { datums } from '$lib/domain/datum';
import type { Datum } from '$lib/domain/datum';
import { fields } from '$lib/domain/import/field';
import type { Field } from '$lib/domain/import/field';
import type { Mapping } from '$lib/domain/import/header';
import { href } from '$lib/domain/locale';
import { opened } from '$lib/server/studio/import-file';
import type { Choice } from '$lib/server/studio/import';
import { wake } from '$lib/server/world';

/** What somebody chose for a table: `datum`, `anyway`, and pairs of `column` and `means`. */
export function choiceOf(params: URLSearchParams | FormData): Choice {
	const one = (name: string) => {
		const value = params.get(name);
		return typeof value === 'string' ? value : '';
	};
	const all = (name: string) => params.getAll(name).map(String);
	const means = all('means');
	const mapping: Mapping = new Map(
		all('column').map((column, i): [string, Field | null] => [
			column,
			(fields as readonly string[]).includes(means[i] ?? '') ? (means[i] as Field) : null
		])
	);
	const datum = one('datum');
	return {
		datum: (datums as readonly string[]).includes(datum) ? (datum as Datum) : undefined,
		anyway: one('anyway') !== '',
		mapping: mapping.size ? mapping : undefined
	};
}

/** The table of the address, brought by this person; somebody else’s is as gone as a deleted one. */
export async function tableOf(id: string, { who, locale }: Pick<App.Locals, 'who' | 'locale'>) {
	const { env } = await wake();
	const table = who ? await opened(env.dataDir, who.id, id) : null;
	if (!table) redirect(303, href(locale, '/studio/import?gone'));
	return { ...table, dataDir: env.dataDir };
}
