import { randomBytes } from 'node:crypto';
import { error, fail } from '@sveltejs/kit';
import { isDeedId } from '$lib/domain/events/checkin-sent';
import { doorGround } from '$lib/server/checkin/ground';
import { gateByKey } from '$lib/server/checkin/gates';
import { zonedNumbersOf } from '$lib/server/checkin/list';
import { lookAt } from '$lib/server/checkin/look';
import { takeDeeds } from '$lib/server/checkin/take';
import { heard } from '$lib/server/heard';
import { gateHere, HIDDEN, limits } from './gate.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders, locals: { db, now } }) => {
	setHeaders(HIDDEN);
	const gate = await gateByKey(db, params.key);
	const ground = gate && (await doorGround(db, gate.occasionId));
	if (!gate || !ground) error(404, { message: 'path' });
	const { title, place, venue, startsAt, door } = ground;
	return {
		gate: { id: gate.id, kind: gate.kind, name: gate.name, shut: gate.revokedAt !== null },
		...{ title, place, venue, startsAt, door, now },
		// A screen that was shut counts no more.
		numbers:
			gate.kind === 'screen' && gate.revokedAt === null
				? await zonedNumbersOf(db, gate.occasionId)
				: null,
		// One for each form, so that sending it twice lets in once.
		deed: randomBytes(18).toString('base64url')
	};
};

const whole = (text: string | null): number => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : NaN);

export const actions: Actions = {
	/** Typed without a script: looks, and lets in where nothing has to be asked. */
	check: async (event) => {
		const sent = await heard(event);
		const { db, by, now } = event.locals;
		const gate = await gateHere(db, event.params.key, ['scanner', 'kiosk']);
		const code = (sent.get('code') ?? '').slice(0, 2400);
		const no = (reason: string, detail: Record<string, string | number> = {}) =>
			fail(reason === 'too-often' ? 429 : 422, {
				code,
				refusals: [{ field: 'code', reason, detail }]
			});
		if (!(await limits.open(gate))) return no('too-often');
		const looked = await lookAt(db, gate.occasionId, code, now);
		const extra = gate.kind === 'scanner' && sent.get('extra') === 'yes';
		if (!looked.ok && !(extra && looked.refusals[0]!.reason === 'already')) {
			await limits.count(gate, looked.refusals);
			return no(looked.refusals[0]!.reason, looked.refusals[0]!.detail);
		}
		const left = looked.ok ? looked.value.left : 1;
		const asked = sent.get('heads');
		// A group is asked how many of it come now.
		if (looked.ok && left > 1 && !asked) return { asks: { ...looked.value, code } };
		const heads = asked ? whole(asked) : left;
		if (!(heads >= 1)) return no('bad-heads', { max: left });
		const id = sent.get('deed');
		const how = gate.kind === 'kiosk' ? ('kiosk' as const) : ('typed' as const);
		const deed = { text: code, heads, how, deviceAt: now, extra, done: false };
		const post = { occasionId: gate.occasionId, gateId: gate.id };
		const [answer] =
			(await takeDeeds(db, by, post, [
				{ ...deed, id: isDeedId(id) ? id : randomBytes(18).toString('base64url') }
			])) ?? [];
		if (!answer) error(410, { message: 'path' });
		if (answer.said === 'no') return no(answer.reason!, answer.detail);
		return { let: { heads, booked: answer.booked ?? heads, came: answer.came ?? heads } };
	}
};
