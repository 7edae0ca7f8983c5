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
