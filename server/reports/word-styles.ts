import { BorderStyle, type IStylesOptions } from 'docx';

/** Small print. */
export const meta = '4C6272';
const blue = '003087';

const font = 'Arial';

/** How a pack looks in Word: real styles, so that whoever edits the file can change all of a kind at once. */
export const wordStyles: IStylesOptions = {
  default: {
    document: { run: { font, size: 21, language: { value: 'en-GB' } } },
    heading1: { run: { font, size: 40, bold: true, color: blue }, paragraph: { spacing: { after: 80 } } },
    heading2: {
      run: { font, size: 28, bold: true, color: blue },
      paragraph: { spacing: { before: 360, after: 160 }, keepNext: true },
    },
    heading3: {
      run: { font, size: 22, bold: true, color: blue },
      paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
    },
    listParagraph: { paragraph: { spacing: { after: 60 } } },
  },
  paragraphStyles: [
    {
      ...{ id: 'Line', name: 'Whose and of which day', basedOn: 'Normal' },
      run: { size: 22, color: meta },
      paragraph: {
        spacing: { after: 200 },
        border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: blue, space: 6 } },
      },
    },
    {
      ...{ id: 'Fact', name: 'Fact', basedOn: 'Normal' },
      run: { size: 22, bold: true },
      paragraph: { spacing: { before: 200, after: 80 } },
    },
    {
      ...{ id: 'SmallPrint', name: 'Small print', basedOn: 'Normal' },
      run: { size: 18, color: meta },
      paragraph: { spacing: { after: 120 } },
    },
    {
      ...{ id: 'Caption', name: 'Caption', basedOn: 'Normal' },
      run: { size: 19, bold: true },
      paragraph: { spacing: { before: 160, after: 80 } },
    },
  ],
};
