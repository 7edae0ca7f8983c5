import { setPriority } from 'node:os';
import { make } from '../src/lib/server/pictures/make';
import type { Job } from '../src/lib/server/pictures/make';

// Not a command: the server starts this to paint link pictures, tells it what over the channel, and
// the process ends with the channel, whoever closed it.

// Pages come first.
setPriority(10);
process.on('disconnect', () => process.exit());
process.on('message', ({ id, job }: { id: number; job: Job }) => {
	make(job).then(
		() => process.send?.({ id }),
		(error: unknown) =>
			process.send?.({ id, error: error instanceof Error ? error.message : String(error) })
	);
});
