//! The flows of the shipped brief, laid out on the shipped map.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use khorgos::compose::{Atlas, View, flow_layout};
use khorgos::layout::flows::metrics::measure;
use khorgos::scene::EstimatedText;
use khorgos::style::Theme;
use khorgos::view::{Camera, ScreenPoint};

/// Cameras of boxes of all shapes: at home, and nearer at five places.
fn cameras(width_px: f64, height_px: f64) -> Vec<Camera> {
    let shares = [(0.5, 0.5), (0.35, 0.45), (0.55, 0.4), (0.45, 0.6)];
    let camera_of = |zoom: Option<(f64, f64, f64)>| {
        let mut widget = common::shipped(width_px, height_px);
        if let Some((x, y, factor)) = zoom {
            widget.zoom_by(factor, Some(ScreenPoint::new(x * width_px, y * height_px)));
        }
        widget.scene(&EstimatedText).unwrap().camera
    };
    let nearer = shares.iter().flat_map(|(x, y)| [1.5, 2.5].map(|factor| Some((*x, *y, factor))));
    std::iter::once(None).chain(nearer).map(camera_of).collect()
}

#[test]
fn no_flow_runs_under_a_foreign_node_and_no_head_is_hidden() {
    let (model, base) = common::shipped_model();
    let atlas = Atlas::new(model, base, Theme::LIGHT);
    let by_default: Vec<bool> = atlas.model.layers.iter().map(|layer| layer.visible).collect();
    let all = vec![true; by_default.len()];
    for (width_px, height_px) in [(1200.0, 750.0), (390.0, 700.0), (768.0, 1024.0), (600.0, 400.0)]
    {
        let mut seen = 0;
        let cameras = cameras(width_px, height_px);
        // With every layer on, fifteen flows have to find their ways; that takes a wide box.
        let with_all = if width_px > 1000.0 { cameras.as_slice() } else { &[] };
        let views = cameras.iter().map(|camera| (camera, &by_default));
        for (camera, layers) in views.chain(with_all.iter().map(|camera| (camera, &all))) {
            let view = View::of(*camera, layers.clone());
            let (nodes, curves) = flow_layout(&atlas, &view, &EstimatedText);
            seen += curves.len();
            let metrics = measure(&nodes, &curves);
            let bad = (metrics.under_nodes, metrics.hidden_heads);
            assert_eq!(bad, (0, 0), "{camera:?}: {metrics:?}");
        }
        assert!(seen > 50, "{width_px} px: {seen} flows");
    }
}
