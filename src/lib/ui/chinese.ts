/**
 * Whether this browser's own fonts can write Chinese. Two characters that look nothing alike come
 * out as the same empty box where they cannot.
 */
export function drawsChinese(): boolean {
	const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
	if (!pen) return true;
	const picture = (character: string): string => {
		pen.clearRect(0, 0, 32, 32);
		pen.font = '24px sans-serif';
		pen.textBaseline = 'top';
		pen.fillText(character, 2, 2);
		return pen.getImageData(0, 0, 32, 32).data.join();
	};
	return picture('杭') !== picture('一');
}
