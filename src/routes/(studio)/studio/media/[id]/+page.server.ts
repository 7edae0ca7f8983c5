import { error, fail, redirect } from '@sveltejs/kit';
import { goneAt, isPicture } from '$lib/domain/media/asset';
import { assetShape, frameShape } from '$lib/domain/media/asset-shape';
import { mayChange } from '$lib/domain/media/right';
import { faultOf } from '$lib/domain/media/use';
import { href } from '$lib/domain/locale';
import { mayUpload } from '$lib/domain/people/may';
import { adopt, describe, frame, seen } from '$lib/server/media/change';
import type { No } from '$lib/server/media/change';
import { nameOf, previewOf, whereUsed } from '$lib/server/media/shown';
import { storeOf } from '$lib/server/media/store';
import { heldAmong } from '$lib/server/scan/hold';
import { restore, trash } from '$lib/server/media/trash';
import { noForm } from '$lib/server/no-form';
import * as towns from '$lib/server/towns';
import { wake } from '$lib/server/world';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const dones = ['saved', 'framed', 'replaced', 'uploaded', 'trashed', 'restored'] as const;

export const load: PageServerLoad = async ({ params, url, locals: { db, who } }) => {
	if (!mayUpload(who)) error(403, { message: 'not-allowed' });
	const asset = await seen(db, who, params.id);
	if (!asset) error(404, { message: 'no-media' });
	const [used, uploader, all] = await Promise.all([
		whereUsed(db, [asset.id]),
		nameOf(db, asset.uploadedBy),
		towns.all(db)
	]);
	const { uploadedBy } = asset;
	const live = used.some((use) => use.live);
	return {
		asset: {
			...asset,
			// What only the store needs.
			variants: undefined,
			sha256: undefined,
			uploadedBy: undefined
		},
		uploader,
		used,
		towns: all.map(({ slug, name }) => ({ slug, name })),
		fault: faultOf({ ...asset, trashedAt: null }),
		mayChange: mayChange(who, { uploadedBy, live }),
		gone: asset.trashedAt === null ? null : goneAt(asset.trashedAt),
		preview: isPicture(asset.form) ? previewOf(asset, 1600) : null,
		whole: isPicture(asset.form) ? `${previewOf(asset, 1600)}&whole` : null,
		file: `/studio/media/${asset.id}/file`,
		held: (await heldAmong(db, [asset.id])).get(asset.id) ?? null,
		done: dones.find((done) => done === url.searchParams.get('done')) ?? null
	};
};

/** The text fields of a form. */
async function typed({ request, locals: { who } }: RequestEvent) {
	if (!mayUpload(who)) error(403, { message: 'not-allowed' });
	const form = await request.formData().catch(noForm);
	const values: Record<string, string> = {};
	for (const [name, value] of form)
		if (typeof value === 'string' && name.length < 40) values[name] = value.slice(0, 30_000);
	return values;
}

const statuses: Partial<Record<No, number>> = {
	missing: 404,
	forbidden: 403,
	changed: 409,
	busy: 503
};

export const actions: Actions = {
	describe: async (event) => {
		const values = await typed(event);
		const parsed = assetShape.safeParse(values);
		if (!parsed.success) {
			const refusals = parsed.error.issues.map(({ path, code }) => ({
				field: String(path[0]),
				reason: path[0] === 'takenAt' ? 'day' : code === 'too_big' ? 'too-long' : 'invalid'
			}));
			return fail(422, { refusals, values });
		}
		return answer(
			event,
			await describe(event.locals.db, event.locals.by, event.params.id, parsed.data),
			'saved',
			values
		);
	},
	frame: async (event) => {
		const values = await typed(event);
		// The form speaks in hundredths.
		const shares = Object.fromEntries(
			Object.keys(frameShape.shape).map((name) => [name, Number(values[name] || NaN) / 100])
		);
		const parsed = frameShape.safeParse(shares);
		if (!parsed.success)
			return fail(422, {
				refusals: parsed.error.issues.map(({ path }) => ({
					field: String(path[0]),
					reason: 'invalid'
				})),
				values
			});
		const { focalX, focalY, cropX, cropY, cropWidth, cropHeight } = parsed.data;
		const { env } = await wake();
		const no = await frame(event.locals.db, storeOf(env), event.locals.by, event.params.id, {
			focalX,
			focalY,
			crop: { x: cropX, y: cropY, width: cropWidth, height: cropHeight }
		});
		return answer(event, no, 'framed', values);
	},
	adopt: async (event) => {
		const values = await typed(event);
		const { env } = await wake();
		const no = await adopt(
			event.locals.db,
			storeOf(env),
			event.locals.by,
			event.params.id,
			(values.other ?? '').trim()
		);
		return answer(event, no, 'replaced', values);
	},
	trash: async (event) => {
		const { confirmed, why } = await typed(event);
		const { db, by } = event.locals;
		const { id } = event.params;
		const outcome = await trash(db, by, [id], {
			confirmed: confirmed === 'yes',
			why: why?.trim().slice(0, 500) || undefined
		});
		if (outcome.live.length) return { ask: true };
		return answer(event, outcome.refused.length ? 'forbidden' : null, 'trashed', {});
	},
	restore: async (event) => {
		await typed(event);
		const { refused } = await restore(event.locals.db, event.locals.by, [event.params.id]);
		return answer(event, refused.length ? 'forbidden' : null, 'restored', {});
	}
};

/** A refusal with what was typed, or the page again with what was done. */
function answer(
	{ locals: { locale }, params }: RequestEvent,
	no: No | null,
	done: (typeof dones)[number],
	values: Record<string, string>
) {
	if (no) return fail(statuses[no] ?? 422, { refusals: [{ field: 'form', reason: no }], values });
	redirect(303, href(locale, `/studio/media/${params.id}?done=${done}`));
}
