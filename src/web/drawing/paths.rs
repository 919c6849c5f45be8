//! Geometry of the map as `Path2D`, in map units: made once, it is drawn from any view with one
//! transform.

use crate::project::MapPath;
use crate::projection::MapPoint;
use crate::sorted::SortedMap;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::Path2d;

/// Paths by the key of what they show.
#[derive(Debug, Default)]
pub struct Paths {
    single: SortedMap<u32, Path2d>,
    /// Several that are drawn as one; those of the last pictures.
    joined: Vec<(Vec<u32>, Path2d)>,
}

impl Paths {
    /// How many joined paths are kept: those of a picture, and of the one before.
    const MOST_JOINED: usize = 24;

    /// The path of some geometry, or of several geometries that are drawn alike.
    ///
    /// # Errors
    /// What the browser throws.
    pub fn get(&mut self, parts: &[&Rc<MapPath>]) -> Result<Path2d, JsValue> {
        if let [one] = parts {
            return self.single(one);
        }
        let is_it = |(keys, _): &(Vec<u32>, Path2d)| {
            keys.len() == parts.len() && keys.iter().zip(parts).all(|(key, p)| *key == p.key)
        };
        if let Some(at) = self.joined.iter().position(is_it) {
            let known = self.joined.remove(at);
            let path = known.1.clone();
            self.joined.push(known);
            return Ok(path);
        }
        let path = Path2d::new()?;
        for part in parts {
            path.add_path(&self.single(part)?);
        }
        if self.joined.len() >= Self::MOST_JOINED {
            self.joined.remove(0);
        }
        self.joined.push((parts.iter().map(|part| part.key).collect(), path.clone()));
        Ok(path)
    }

    fn single(&mut self, part: &MapPath) -> Result<Path2d, JsValue> {
        if let Some(known) = self.single.get(&part.key) {
            return Ok(known.clone());
        }
        let path = Path2d::new()?;
        if part.closed {
            for (run, reversed) in part.runs.iter().zip(part.reversed()) {
                // To close a ring, browsers go through all of the path that it is in.
                let ring = Path2d::new()?;
                if reversed {
                    add(&ring, &mut run.iter().rev());
                } else {
                    add(&ring, &mut run.iter());
                }
                ring.close_path();
                path.add_path(&ring);
            }
        } else {
            part.runs.iter().for_each(|run| add(&path, &mut run.iter()));
        }
        self.single.insert(part.key, path.clone());
        Ok(path)
    }
}

/// Adds a run of points.
fn add(path: &Path2d, points: &mut dyn Iterator<Item = &MapPoint>) {
    if let Some(first) = points.next() {
        path.move_to(first.x, first.y);
    }
    for point in points {
        path.line_to(point.x, point.y);
    }
}
