import { fork } from 'node:child_process';
import { join } from 'node:path';
import { wordsOf } from '$lib/domain/document-words';
import { shared } from '../shared';

/** What reading a PDF may take; beyond it is given up. */
interface PdfLimits {
	/** Milliseconds. */
	time: number;
	/** Bytes of memory of the reading process. */
	memory: number;
	pages: number;
	/** UTF-16 units of text. */
	characters: number;
}

export const pdfLimits: PdfLimits = {
	time: 60_000,
	memory: 512 * 1024 * 1024,
	pages: 600,
	characters: 400_000
};

/** The words of a PDF and how many pages it has, or why there are none. */
export type PdfText =
	{ text: string; pages: number } | { fault: 'locked' | 'broken' | 'slow' | 'heavy' };

type Answer = { pages: string[]; count: number } | { fault: 'locked' | 'broken' };

/**
 * Reads the words of a PDF in a process of its own, which ends with it: whatever is hidden in the
 * file, the server neither waits for it nor shares its memory with it. Never throws for a bad file.
 * @param signal ends the reading, as `broken`
 */
export function pdfText(
	file: string,
	{ limits = pdfLimits, signal }: { limits?: PdfLimits; signal?: AbortSignal } = {}
): Promise<PdfText> {
	return new Promise((done) => {
		const { time, memory, pages, characters } = limits;
		const child = fork(join(shared.root, 'scripts', 'read-pdf.mjs'), {
			execArgv: ['--max-old-space-size=256'],
			env: { PATH: process.env.PATH },
			stdio: ['ignore', 'ignore', 'ignore', 'ipc']
		});
		let late = false;
		let answered: PdfText | null = null;
		const clock = setTimeout(() => {
			late = true;
			child.kill('SIGKILL');
		}, time);
		const stop = () => child.kill('SIGKILL');
		signal?.addEventListener('abort', stop, { once: true });
		child.on('message', (answer: Answer) => {
			answered = 'fault' in answer ? answer : { text: wordsOf(answer.pages), pages: answer.count };
		});
		const end = (result: PdfText) => {
			clearTimeout(clock);
			signal?.removeEventListener('abort', stop);
			done(result);
		};
		child.on('error', () => end({ fault: 'broken' }));
		child.on('exit', (_, killed) => {
			if (answered) end(answered);
			else if (late) end({ fault: 'slow' });
			// Killed by its own watch, by V8 at the end of its heap (SIGABRT) or by the system.
			else end({ fault: killed && !signal?.aborted ? 'heavy' : 'broken' });
		});
		child.send({ file, pages, characters, bytes: memory }, (error) => error && stop());
	});
}
