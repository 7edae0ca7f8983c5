import { setPriority } from 'node:os';
import sharp from 'sharp';
import { develop } from '../src/lib/server/media/develop';
import type { Negative } from '../src/lib/server/media/develop';

// Not a command: the server starts this to develop pictures that came in, tells it which over the
// channel, and the process ends with the channel, whoever closed it.

// Pages come first.
setPriority(10);
// A drawing or a document under a picture’s name is never opened, whatever else is wrong.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
	operation: [
		'VipsForeignLoadJpeg',
		'VipsForeignLoadPng',
		'VipsForeignLoadWebp',
		'VipsForeignLoadHeif'
	]
});
process.on('disconnect', () => process.exit());
process.on('message', ({ id, job }: { id: number; job: Negative }) => {
	develop(job).then(
		(result) => process.send?.({ id, result }),
		(error: unknown) =>
			process.send?.({ id, error: error instanceof Error ? error.message : String(error) })
	);
});
