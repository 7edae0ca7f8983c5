type Detail = Record<string, string | number>;

const content: Record<string, string> = {
	csv: 'CSV 文本',
	xlsx: 'Excel 工作簿（.xlsx）',
	geojson: 'GeoJSON',
	kml: 'KML',
	kmz: 'KMZ',
	xls: '旧版或加密的 Excel 文件（.xls）',
	ods: 'ODS 表格',
	docx: 'Word 文档',
	pptx: 'PPT 演示文稿',
	zip: 'ZIP 压缩包',
	gzip: 'GZIP 压缩包',
	'7z': '7z 压缩包',
	rar: 'RAR 压缩包',
	pdf: 'PDF 文档',
	png: 'PNG 图片',
	jpeg: 'JPEG 图片',
	gif: 'GIF 图片',
	webp: 'WebP 图片',
	sqlite: '数据库文件',
	html: '网页（HTML）',
	gpx: 'GPX 轨迹',
	xml: 'XML 文档',
	json: 'JSON',
	binary: '二进制数据'
};
const datum: Record<string, string> = {
	wgs84: 'WGS-84',
	gcj02: 'GCJ-02（高德、腾讯）',
	bd09: 'BD-09（百度）'
};

const bases: Record<string, string> = {
	'not-json': '文件不是 JSON',
	'missing-picture': '找不到图片或瓦片文件',
	'outside-folder': '文件要放在 JSON 所在的文件夹里',
	'not-a-picture': '不是 PNG、JPEG 或 WebP 图片，或者图片已损坏',
	'picture-too-large': '图片太大，长和宽都不能超过 8000 像素，文件不能超过 100 MB',
	'not-pmtiles': '不是 PMTiles 第 3 版文件',
	'boundaries-need-approval': '底图画有行政区划界线，必须有审图号',
	'approved-needs-approval': '审定地图必须有审图号',
	'approval-malformed': '审图号写法不对，例如 GS(2024)0650号、浙S(2023)12号',
	'source-unfit-for-kind': '这类底图不能用这种来源',
	'tianditu-layer-unknown': '天地图没有这个图层；可用 vec_w、cva_w、img_w、cia_w',
	'corners-crossed': '四个角要按左上、右上、右下、左下的顺序，不能交叉',
	'corners-outside-world': '角的坐标超出范围',
	'template-incomplete': '瓦片地址里要有 {z}、{x}、{y}',
	'zooms-inverted': '最小级别不能大于最大级别'
};

/** A space between Han and Latin letters, as in 是 CSV 文本. */
const spaced = (words = '') => (/^[\x21-\x7e]/.test(words) ? ` ${words}` : words);
const contentOf = (key: string | number | undefined) => spaced(content[key!]);

/** What the import command says: on the whole file, on one cell, at the end. */
export const importing = {
	file: {
		'missing-file': (d: Detail) => `找不到或打不开文件“${d.path}”。请核对路径。`,
		'not-a-file': (d: Detail) => `“${d.path}”不是文件。请给出一个文件的路径。`,
		'empty-file': () => '文件是空的。',
		'too-big': (d: Detail) => `文件太大：${d.megabytes} MB，最多 ${d.limit} MB。请分成几份。`,
		'unfit-content': (d: Detail) =>
			`文件内容是${contentOf(d.found)}，读不出地点。可以导入 CSV、XLSX、GeoJSON、KML。`,
		'unfit-for-name': (d: Detail) =>
			`文件名“${d.name}”说是${contentOf(d.named)}，内容却是${contentOf(d.found)}。请另存为真正的${contentOf(d.named)}再导入。`,
		'bad-encoding': (d: Detail) =>
			`第 ${d.line} 行有既不是 UTF-8 也不是 GB18030 的字节。请另存为“CSV UTF-8”再导入。`,
		'nul-bytes': (d: Detail) =>
			`第 ${d.line} 行有空字节（NUL），这不是完好的文本。请从原表重新导出。`,
		'no-header': (d: Detail) =>
			`没有找到表头：前几行里要有一行写着“名称”和另外至少一个列名。读到的第一行是：${d.seen || '（空）'}。`,
		'duplicate-columns': (d: Detail) => `“${d.first}”和“${d.second}”两列是同一个意思。请只留一列。`,
		'no-rows': () => '表头下面没有数据。',
		'too-many-rows': (d: Detail) => `行数太多：一个文件最多 ${d.limit} 行。请分成几份导入。`,
		'broken-csv': (d: Detail) =>
			`从第 ${d.line} 行开始的引号没有结束。请在那一行补上引号，或从原表重新导出。`,
		'record-too-long': (d: Detail) => `第 ${d.line} 行长得不像一行数据。请检查换行和引号。`,
		'broken-zip': () => '文件不完整或已损坏（压缩结构读不通）。请重新保存或重新下载。',
		'zip-bomb': (d: Detail) =>
			d.entries
				? `文件里有 ${d.entries} 个部分，最多 ${d.limit} 个。没有解开。`
				: `文件解开后有 ${d.megabytes} MB，大得不像一张表（最多 ${d.limit} MB）。没有解开。`,
		encrypted: () => '文件设有密码。请去掉密码再导入。',
		'broken-xlsx': () => '这个工作簿已损坏，读不出来。请用 Excel 或 WPS 打开后另存为 .xlsx。',
		'no-sheet': (d: Detail) => `没有名叫“${d.sheet}”的工作表。有：${d.sheets}。`,
		'several-sheets': (d: Detail) =>
			`有几个工作表都像地点表：${d.sheets}。请用 --sheet 说明导入哪一个。`,
		'broken-json': (d: Detail) => `第 ${d.line} 行起 JSON 写法有误。请重新导出。`,
		'not-geojson': (d: Detail) =>
			`这份 JSON 不是 GeoJSON 的 FeatureCollection（写的是“${d.type}”）。`,
		'foreign-crs': (d: Detail) =>
			`坐标参照系是“${d.crs}”。请转换成 WGS-84 或 CGCS2000 经纬度（EPSG:4326、EPSG:4490）再导出。`,
		'broken-kml': (d: Detail) => `第 ${d.line} 行附近 KML 写法有误。请重新导出。`,
		doctype: () => '文件里有文档类型声明（DOCTYPE 或 ENTITY）。KML 用不到它，为安全起见不读。',
		'no-placemarks': () => '文件里没有地标（Placemark）。',
		'datum-conflict': (d: Detail) =>
			`表头写着 ${datum[d.header!]}，命令却写着 ${datum[d.datum!]}。请改成一致。`,
		'datum-alarm': (d: Detail) =>
			`整个文件看起来是 ${datum[d.looksLike!]} 坐标：按 ${datum[d.declared!]} 读，${d.matches} 个已有地点整体偏了约 ${d.metres} 米，方向和大小都吻合。请加上 --datum ${d.looksLike} 重新导入；确认无误的，加上 --anyway。`
	},
	reason: {
		missing: () => '必填，但是空的',
		'unknown-value': (d: Detail) => `不认识这个值；可以写：${d.accepted}`,
		'unknown-town': () => '没有这个镇街',
		'bad-slug': () => '标识只能用小写字母、数字和单个连字符，2 到 80 个字符',
		'too-long': (d: Detail) => `太长，最多 ${d.max} 个字`,
		'too-many': (d: Detail) => `太多，最多 ${d.max} 个`,
		'not-a-number': () => '不是数字（单位是米）',
		'not-degrees': () => '不是经纬度；写成 119.98138，或 119°58′53″',
		'out-of-range': () => '超出经纬度的范围',
		projected: () => '像是以米为单位的投影坐标；请导出为经纬度',
		swapped: () => '经度和纬度像是写反了；经度（约 119–120）在前，纬度（约 30）在后',
		'half-a-position': () => '经度和纬度要同时填写',
		'two-positions': () => '“坐标”和“经度、纬度”只能用一种',
		'outside-china': () => '位置不在中国范围内；确认无误的，加上 --anyway',
		'null-island': () => '经纬度都是 0，不是真实位置',
		'too-coarse': (d: Detail) =>
			`只有 ${d.decimals} 位小数，误差超过一公里；请写到 5 位，或在“精度”列写明村级、镇街、区级`,
		'precision-without-position': () => '写了精度却没有坐标；没有坐标的精度是“未知”',
		'position-without-precision': () => '有坐标，精度就不能是“未知”',
		'category-only-for-units': () => '只有清廉单元才有类别',
		'not-a-phone': () => '电话只写号码和分机，不写人名',
		'hours-grammar': () => '读不懂；请写成：周一至周五 09:00-17:00; 周六 09:00-12:00',
		'hours-overlap': () => '同一天的时段互相重叠',
		'personal-mobile': () => '像是个人手机号；只登记办公电话，个人号码不得公开',
		'personal-id': () => '像是身份证号；个人信息不得公开',
		'lost-characters': () => '有丢失的字（�）；请从原表重新导出',
		'control-characters': () => '有看不见的控制字符；请重新输入',
		'english-without-chinese': () => '写了英文却没有中文；中文必填',
		'too-many-cells': (d: Detail) =>
			`这一行比表头（${d.columns} 列）多出了内容；文字里的逗号要加引号`,
		'not-a-point': () => '不是点；一个地点要有一个点',
		'duplicate-slug': (d: Detail) => `标识和第 ${d.line} 行重复`,
		'duplicate-place': (d: Detail) => `和第 ${d.line} 行是同一个地点（名称、镇街相同）`,
		'ambiguous-name': (d: Detail) => `已有 ${d.count} 个同名地点；请填写镇街或标识`,
		'other-slug': (d: Detail) => `这个镇街已有同名地点，标识是 ${d.slug}；请用它，或留空`,
		invalid: () => '这个值不能用'
	},
	note: {
		'read-as': (d: Detail) =>
			`文件名“${d.name}”像是${contentOf(d.named)}，内容是${contentOf(d.found)}，按内容读取。`,
		'ignored-columns': (d: Detail) => `不认识、没有导入的列：${d.columns}。`,
		'ignored-sheets': (d: Detail) => `只读工作表“${d.sheet}”；没有读：${d.sheets}。`,
		'filled-merges': (d: Detail) =>
			`有 ${d.count} 处纵向合并的单元格，按每一行都填了同样的值读取。`,
		'datum-unchecked': (d: Detail) =>
			`坐标系没有核对：可以对照的已有精确位置只有 ${d.matches} 个，至少要 3 个。请自行确认坐标系。`,
		'datum-fits': (d: Detail) =>
			`坐标系已核对：${d.matches} 个已有地点的位置吻合（整体相差 ${d.metres} 米）。`,
		'datum-moved': (d: Detail) =>
			`注意：${d.matches} 个已有地点整体偏了约 ${d.metres} 米，但不像坐标系弄错；请核对位置。`,
		'datum-alarm': (d: Detail) =>
			`注意：整个文件看起来是 ${datum[d.looksLike!]} 坐标（偏约 ${d.metres} 米），按您的要求仍按 ${datum[d.declared!]} 导入。`
	},
	column: { line: '行', column: '列', value: '值', reason: '原因' },
	issue: (line: number, column: string, value: string, reason: string) =>
		`  第 ${line} 行，${column}，${value ? `“${value}”` : '（空）'}：${reason}`,
	more: (count: number) => `  …… 还有 ${count} 个问题没有列出；用 --report FILE.csv 写出全部。`,
	reportWritten: (path: string) => `全部问题已写入 ${path}。`,
	refused: (issues: number) => `没有导入：共 ${issues} 个问题。数据没有任何改动。`,
	nothing: '没有导入。数据没有任何改动。',
	done: (added: number, changed: number, same: number) =>
		`已导入：新增 ${added}，修改 ${changed}，未变 ${same}。`,
	rehearsed: (added: number, changed: number, same: number) =>
		`试运行：将新增 ${added}，修改 ${changed}，未变 ${same}。没有写入任何数据。`,
	baseDone: (slug: string, outcome: 'new' | 'changed' | 'same') =>
		`底图“${slug}”：${{ new: '已新增', changed: '已修改', same: '没有变化' }[outcome]}。`,
	baseRehearsed: (slug: string) => `试运行：底图“${slug}”可以导入。没有写入任何数据。`,
	baseRefused: (where: string, reason: string) => `底图没有导入：${where}：${reason}`,
	baseReason: (reason: string, detail?: string) =>
		reason === 'shape'
			? `写法不对（${detail ?? '?'}）`
			: `${bases[reason] ?? reason}${detail ? `（${detail}）` : ''}`,
	locked: (purpose: string, pid: number, dir: string) =>
		purpose === 'server'
			? `网站正在运行（进程 ${pid}），占用着数据目录 ${dir}。请先停止网站再导入。`
			: `另一个命令“${purpose}”（进程 ${pid}）正在使用数据目录 ${dir}。请等它结束。`,
	settings: (name: string, problem: string, example: string) =>
		`设置 ${name}：${problem}；例如 ${example}`,
	broken: (message: string) => `导入中断，数据没有任何改动：${message}`,
	usage: `用法：
  npm run import -- places 文件 [--datum wgs84|gcj02|bd09] [--dry-run] [--anyway]
                                [--sheet 工作表] [--report 问题.csv] [--lang zh|en]
  npm run import -- bases 文件.json [--dry-run] [--lang zh|en]

  places   导入地点：CSV、XLSX、GeoJSON、KML（说明见 docs/import.md）
  bases    导入一幅底图
  --dry-run  只检查，不写入
  --anyway   坐标系警报响了也导入，并接受中国范围以外的位置`,
	wrongArguments: (message: string) => `命令写法不对：${message}`
};
