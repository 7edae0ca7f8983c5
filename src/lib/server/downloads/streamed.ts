/** Pieces as a byte stream that makes no more than its reader takes; `end` is called once it is over. */
export function streamed(
	pieces: AsyncGenerator<string | Uint8Array>,
	end: () => void
): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	return new ReadableStream({
		async pull(controller) {
			try {
				const { done, value } = await pieces.next();
				if (!done) {
					controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
					return;
				}
				end();
				controller.close();
			} catch (reason) {
				end();
				throw reason;
			}
		},
		async cancel() {
			end();
			await pieces.return(undefined);
		}
	});
}

/** The pieces of a stream, which is given up when nobody takes them any more. */
export async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
	const reader = stream.getReader();
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			yield value;
		}
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}
