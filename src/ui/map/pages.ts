/**
 * Pictures made while the game runs, such as counters and lettering, packed on pages that are textures. A picture is
 * drawn once for its key and stays until the pages are cleared, which happens when there are too many of them.
 */
import type * as Phaser from 'phaser';
import { createCanvas } from './paint/ground.ts';
import type { Pen } from './paint/lines.ts';

const PAGE_PIXELS = 1024;
/** Pages in use before they had better be cleared; more would not be bound at once. */
const MOST_PAGES = 5;
const SPACE = 3;

interface Picture {
  readonly texture: string;
  readonly frame: string;
}

export interface Pages {
  /** The picture of that key, drawn now if it is new. Sizes in texture pixels; the pen's origin is its corner. */
  readonly pictureOf: (key: string, width: number, height: number, draw: (pen: Pen) => void) => Picture;
  /** Hands new pictures to the graphics card. */
  readonly flush: () => void;
  readonly isFull: () => boolean;
  readonly clear: () => void;
}

interface Page {
  readonly texture: Phaser.Textures.CanvasTexture;
  readonly pen: Pen;
  x: number;
  y: number;
  shelf: number;
  fresh: boolean;
}

export function createPages(textures: Phaser.Textures.TextureManager, name: string): Pages {
  const pages: Page[] = [];
  let pictures = new Map<string, Picture>();
  let cleared = 0;

  function addPage(): Page {
    const { canvas, pen } = createCanvas(PAGE_PIXELS, PAGE_PIXELS);
    const texture = textures.addCanvas(`${name}-${cleared}-${pages.length}`, canvas);
    if (texture === null) throw new Error(`bug: a page called ${name} is there already`);
    const page: Page = { texture, pen, x: SPACE, y: SPACE, shelf: 0, fresh: false };
    pages.push(page);
    return page;
  }

  /** Makes room on the last page, or on a new one. */
  function findRoom(width: number, height: number): Page {
    const page = pages.at(-1) ?? addPage();
    if (page.x + width + SPACE > PAGE_PIXELS) {
      page.x = SPACE;
      page.y += page.shelf + SPACE;
      page.shelf = 0;
    }
    return page.y + height + SPACE > PAGE_PIXELS ? addPage() : page;
  }

  return {
    pictureOf: (key, width, height, draw) => {
      const known = pictures.get(key);
      if (known !== undefined) return known;
      const page = findRoom(width, height);
      page.pen.save();
      page.pen.translate(page.x, page.y);
      draw(page.pen);
      page.pen.restore();
      page.texture.add(key, 0, page.x, page.y, width, height);
      const picture = { texture: page.texture.key, frame: key };
      page.x += width + SPACE;
      page.shelf = Math.max(page.shelf, height);
      page.fresh = true;
      pictures.set(key, picture);
      return picture;
    },
    flush: () => {
      for (const page of pages) {
        if (page.fresh) page.texture.refresh();
        page.fresh = false;
      }
    },
    isFull: () => pages.length > MOST_PAGES,
    clear: () => {
      for (const page of pages.splice(0)) textures.remove(page.texture);
      pictures = new Map();
      cleared++;
    },
  };
}
