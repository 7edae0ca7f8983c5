import { getPriority, setPriority } from 'node:os';
import { Hopeless } from '../src/lib/server/jobs/work';
import type { Told } from '../src/lib/server/jobs/worker';
import { works } from '../src/lib/server/jobs/works';

// Not a command: the server starts this to do what takes long (inspecting films, making copies), and
// tells it over the channel; the process ends with the channel, whoever closed it.

// Pages come first; who was started with a lower priority keeps it.
setPriority(Math.max(10, getPriority()));
const leaving = new AbortController();
process.on('disconnect', () => {
	leaving.abort();
	process.exit();
});
process.on('message', async ({ kind, task, ground }: Told) => {
	try {
		const work = await works[kind]?.();
		if (!work) throw new Hopeless(`nobody knows how to ${kind}`);
		const result = await work(task as never, {
			ground,
			signal: leaving.signal,
			progress: (progress) => process.send?.({ progress })
		});
		process.send?.({ result: result ?? null });
	} catch (error) {
		process.send?.({
			error: error instanceof Error ? error.message : String(error),
			hopeless: error instanceof Hopeless
		});
	}
});
