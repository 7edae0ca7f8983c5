import { error, fail } from '@sveltejs/kit';
import { fieldKeys, newDesign } from '$lib/domain/certificates/design';
import type { Design } from '$lib/domain/certificates/design';
import { readDesign } from '$lib/domain/certificates/design-form';
import { formOf } from '$lib/domain/certificates/design-values';
import { href } from '$lib/domain/locale';
import { mayOrganize } from '$lib/domain/people/may';
import type { Sent } from '$lib/domain/contests/entry-form';
import { designOf, libraryOf, saveDesign, versionsOf } from '$lib/server/certificates/designs';
import { groundOf, sampleFacts } from '$lib/server/certificates/facts';
import { pictureOf } from '$lib/server/certificates/press';
import { heardPicture, takePicture } from '$lib/server/certificates/pictures';
import { heard } from '$lib/server/heard';
import { storeOf } from '$lib/server/media/store';
import { wake } from '$lib/server/world';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The picture of a design on the screen, with facts of nobody. */
async function shown(
	{ params, locals: { db, now, locale } }: Pick<RequestEvent, 'params' | 'locals'>,
	design: Design
): Promise<string> {
	const ground = await groundOf(db, params.edition);
	if (!ground) error(404);
	const { env } = await wake();
	const at = (asset: string) =>
		href(locale, `/studio/judging/${params.edition}/certificates/library/${asset}`);
	return pictureOf(db, env, design, sampleFacts(ground, design, now), at);
}

export const load: PageServerLoad = async (event) => {
	const { params, url, locals } = event;
	const { db } = locals;
	const newest = (await designOf(db, params.edition))!;
	const asked = url.searchParams.get('version');
	const old =
		asked !== null && /^\d{1,6}$/.test(asked)
			? await designOf(db, params.edition, Number(asked))
			: null;
	const saved = old ?? newest;
	return {
		/** What a save is made from, and what is looked at. */
		newest: newest.version,
		version: saved.version,
		values: formOf(saved.design),
		svg: await shown(event, saved.design),
		versions: await versionsOf(db, params.edition),
		library: (await libraryOf(db)).map(({ id, name, alt }) => ({ id, name: alt || name }))
	};
};

const names = Object.keys(formOf(newDesign()));
const unread = { field: 'upload.file', reason: 'no-form' };

/** What a form says, a page that was turned put into the order of its own design. */
function typedIn(form: Sent): Record<string, string> {
	const typed = Object.fromEntries(
		names.map((name) => [name, (form.get(name) ?? '').slice(0, 400)])
	);
	const { turn, tongue } = typed;
	if (form.get('turned') !== turn && (turn === 'landscape' || turn === 'portrait')) {
		const fresh = formOf(newDesign(turn, tongue === 'en' ? 'en' : 'zh'));
		for (const part of [...fieldKeys, 'qr', 'seal'])
			for (const side of ['x', 'y', 'width'])
				typed[`${part}.${side}`] = fresh[`${part}.${side}`] ?? '';
	}
	return typed;
}

export const actions: Actions = {
	/** How it would look; nothing is kept. */
	look: async (event) => {
		const values = typedIn(await heard(event));
		const read = readDesign(values);
		return read.ok
			? { values: formOf(read.value), svg: await shown(event, read.value) }
			: fail(422, { values, refusals: read.refusals });
	},
	/** Takes a seal or a background into the library and puts it into what was typed; saves no design. */
	upload: async (event) => {
		const { db, by } = event.locals;
		if (!mayOrganize(by.who)) error(403, { message: 'not-allowed' });
		const { env } = await wake();
		const store = storeOf(env);
		const heard = await heardPicture(event.request, store.incoming);
		if (!heard) return fail(422, { values: formOf(newDesign()), refusals: [unread] });
		const values = typedIn(heard.form);
		const upload = Object.fromEntries(
			['as', 'alt', 'licence', 'rights'].map((name) => [
				name,
				(heard.form.get(`upload.${name}`) ?? '').slice(0, 400)
			])
		);
		const taken = await takePicture({ db, store, by, scanner: env.clamd }, heard);
		if (!taken.ok) {
			const large = taken.refusals.some(({ reason }) => reason === 'too-large');
			return fail(large ? 413 : 422, { values, upload, refusals: taken.refusals });
		}
		const { id, as, held } = taken.value;
		if (held) return { values, uploaded: as, held };
		if (as === 'seal') values['seal.asset'] = id;
		else Object.assign(values, { picture: id, background: 'picture' });
		const read = readDesign(values);
		return {
			...{ values, uploaded: as, held, picked: id },
			...(read.ok ? { svg: await shown(event, read.value) } : {})
		};
	},
	save: async (event) => {
		const form = await heard(event);
		const { db, by } = event.locals;
		const values = typedIn(form);
		const read = readDesign(values);
		if (!read.ok) return fail(422, { values, refusals: read.refusals });
		const from = Number(form.get('from') ?? NaN);
		const done = await saveDesign(db, by, event.params.edition, { from, design: read.value });
		return done.ok
			? { saved: done.value }
			: fail(done.refusals[0]?.reason === 'changed' ? 409 : 422, {
					values,
					refusals: done.refusals
				});
	}
};
