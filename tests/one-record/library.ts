import { photo } from '../media';
import type { At, Example, Examples, Sent } from './example';

let made = 0;
const editor = (send: Example['send'], more: Partial<Example> = {}): Example => ({
	as: 'editor',
	send,
	...more
});
const form = (fields: NonNullable<Sent['form']>): Sent => ({ form: fields });

/** A picture of mine in the library. */
export async function picture({ me }: At): Promise<string> {
	const bytes = await photo(60, 40, { seed: ++made * 7 });
	const sent = await me.send('/(studio)/studio/media/upload PUT', {
		search: { name: `${made}.jpg` },
		bytes
	});
	return (sent.said as { id: string }).id;
}
const upload = async (): Promise<Sent> =>
	form({ file: new File([new Uint8Array(await photo(60, 40, { seed: ++made * 7 }))], 'a.jpg') });

/** What the form says of a picture. */
export const facts = { licence: 'own', consent: 'none', form: 'photo' };

/** What staff do in the media library. */
export const library: Examples = {
	'/(studio)/studio/media/upload PUT': editor(
		async () => ({ search: { name: 'a.jpg' }, bytes: await photo(60, 40, { seed: ++made * 7 }) }),
		{ bad: { search: { name: 'a.jpg' }, bytes: Buffer.from('<svg onload="alert(1)"/>') } }
	),
	'/(studio)/studio/media/upload ?/default': editor(upload, {
		bad: { form: { file: new File(['no picture'], 'a.jpg') } }
	}),
	'/(studio)/studio/media ?/trash': editor(async (at) => form({ id: await picture(at) })),
	'/(studio)/studio/media ?/restore': editor(async (at) => {
		const id = await picture(at);
		await at.me.send('/(studio)/studio/media ?/trash', form({ id }));
		return form({ id });
	}),
	'/(studio)/studio/media/[id] ?/describe': editor(async (at) => ({
		params: { id: await picture(at) },
		form: { ...facts, altZh: '良渚的一座牌坊' }
	})),
	'/(studio)/studio/media/[id] ?/frame': editor(async (at) => ({
		params: { id: await picture(at) },
		form: { focalX: '20', focalY: '30', cropX: '0', cropY: '0', cropWidth: '50', cropHeight: '50' }
	})),
	'/(studio)/studio/media/[id] ?/adopt': editor(async (at) => ({
		params: { id: await picture(at) },
		form: { other: await picture(at) }
	})),
	'/(studio)/studio/media/[id] ?/trash': editor(async (at) => ({
		params: { id: await picture(at) }
	})),
	'/(studio)/studio/media/[id] ?/restore': editor(async (at) => {
		const id = await picture(at);
		await at.me.send('/(studio)/studio/media ?/trash', form({ id }));
		return { params: { id } };
	})
};
