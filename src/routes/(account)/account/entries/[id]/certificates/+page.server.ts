import { grouped } from '$lib/domain/certificates/code';
import { ofEntry } from '$lib/server/certificates/certificates';
import { openedFor } from '../opened.server';
import type { PageServerLoad } from './$types';

/** The certificates of one's own entry that hold. */
export const load: PageServerLoad = async (event) => {
	const { entry } = await openedFor(event);
	const { db, who } = event.locals;
	return {
		held: (await ofEntry(db, who, entry.id)).map(({ id, code, printed, names, issuedAt }) => ({
			...{ id, issuedAt, code: grouped(code), award: printed.award, unit: printed.unit, names }
		}))
	};
};
